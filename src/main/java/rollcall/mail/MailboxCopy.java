package rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the mailbox, as its recipient would have read it.
 *
 * @param calendar the event as iCalendar; null for none
 */
record MailboxCopy(
        long id,
        @Nullable Long programId,
        @Nullable String program,
        @Nullable Long memberId,
        Purpose purpose,
        String recipient,
        String name,
        String subject,
        String html,
        String text,
        @Nullable String calendar,
        Instant at) {}
