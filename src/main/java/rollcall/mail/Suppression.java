package rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;

/**
 * An address that gets no mail, or none that advertises.
 *
 * @param id 0 as long as it is not stored
 * @param key the address, case-folded
 * @param email as it was typed
 * @param personId who unsubscribed, so that it holds when their address changes; null for what is about the address
 * @param words what the mail server said, or why somebody put it there; empty for nothing
 * @param bounces how often a mail server has said that there is no such recipient
 */
record Suppression(
        long id,
        String key,
        Suppressed reason,
        String email,
        @Nullable Long personId,
        String words,
        int bounces,
        Actor by,
        Instant since) {}
