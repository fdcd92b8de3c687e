package rollcall.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;

/**
 * The rows of {@code letter}, as the senders see them. {@code due_at} says when a letter may be taken in hand, also from
 * somebody who has it in hand: that is the lease. One that was {@code HANDING_OVER} when its lease ran out may have
 * reached the mail server; one that was only {@code CLAIMED} has not.
 */
@Component
class LetterQueue {

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Duration lease;

    /** @param lease how long a node may be silent before another one takes over what it had in hand */
    LetterQueue(JdbcClient jdbc, Attempts attempts, @Value("${rollcall.mail.lease:PT1M}") Duration lease) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.lease = lease;
    }

    /**
     * Notes that this letter is about to be handed over.
     *
     * @return false when that must not be: it was taken back or is somebody else's by now, or mail is paused
     */
    boolean begin(long id, String owner, Instant now) {
        return mark(null, id, owner, now) == 1;
    }

    /**
     * Notes in one statement that the one letter is sent and the next is about to be handed over: so of all letters that
     * a killed node had in hand, one is in doubt.
     *
     * @return false when the next one must not be handed over, as with {@link #begin}
     */
    boolean sentAndBegin(long sent, long next, String owner, Instant now) {
        // Nothing is left to be told apart when both were marked.
        return mark(sent, next, owner, now) == 2
                || stateOf(next, owner).filter("HANDING_OVER"::equals).isPresent();
    }

    private int mark(@Nullable Long sent, long next, String owner, Instant now) {
        return attempts.inTransaction(() -> jdbc.sql("""
            update letter set
                state = case when id = :sent then 'SENT' else 'HANDING_OVER' end,
                settled_at = case when id = :sent then cast(:now as timestamp(6) with time zone) end,
                due_at = case when id = :sent then null else cast(:until as timestamp(6) with time zone) end,
                owner = case when id = :sent then null else owner end,
                tries = case when id = :sent then tries else tries + 1 end,
                first_tried_at = coalesce(first_tried_at, cast(:now as timestamp(6) with time zone)),
                failure = null, words = null
            where id in (:sent, :next) and owner = :owner and ((id = :sent and state = 'HANDING_OVER')
                or (id = :next and state = 'CLAIMED' and exists (
                    select 1 from mail_desk where id = 1 and paused_at is null)))\
            """)
                .param("sent", sent == null ? -1L : sent)
                .param("next", next)
                .param("owner", owner)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(lease)))
                .update());
    }

    private Optional<String> stateOf(long id, String owner) {
        return jdbc.sql("select state from letter where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query(String.class)
                .optional();
    }

    /** Settles letters that {@code owner} still has in hand; how many those were. */
    int settle(Collection<Long> ids, String owner, LetterState state, @Nullable Trouble trouble, Instant now) {
        return ids.isEmpty()
                ? 0
                : attempts.inTransaction(() -> jdbc.sql("""
                    update letter set state = :state, due_at = null, owner = null, settled_at = :now, failure = :failure,
                        words = :words
                    where id in (:ids) and owner = :owner\
                    """)
                        .param("state", state.name())
                        .param("now", Timestamp.from(now))
                        .param("failure", trouble == null ? null : trouble.message())
                        .param("words", trouble == null ? null : trouble.words())
                        .param("ids", ids)
                        .param("owner", owner)
                        .update());
    }

    /**
     * Lays a letter down until {@code at}, when {@code owner} still has it in hand.
     *
     * @param unclear whether it may have been sent all the same
     */
    void layDown(long id, String owner, Instant at, boolean unclear, Trouble trouble) {
        attempts.inTransaction(() -> jdbc.sql("""
            update letter set state = 'WAITING', due_at = :at, owner = null, maybe_twice = (maybe_twice or :unclear),
                failure = :failure, words = :words
            where id = :id and owner = :owner\
            """)
                .param("at", Timestamp.from(at))
                .param("unclear", unclear)
                .param("failure", trouble.message())
                .param("words", trouble.words())
                .param("id", id)
                .param("owner", owner)
                .update());
    }

    /** As if it had not been tried: the mail server took nothing at all. */
    void putBack(long id, String owner, Instant now) {
        attempts.inTransaction(() -> jdbc.sql("""
            update letter set state = 'WAITING', due_at = :now, owner = null, tries = tries - 1,
                first_tried_at = case when tries > 1 then first_tried_at end
            where id = :id and owner = :owner and state = 'HANDING_OVER'\
            """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("owner", owner)
                .update());
    }

    /** Those of the letters that {@code owner} still has in hand; nobody takes them away until the transaction ends. */
    Set<Long> held(Collection<Long> ids, String owner) {
        return new HashSet<>(jdbc.sql("select id from letter where id in (:ids) and owner = :owner for update")
                .param("ids", ids)
                .param("owner", owner)
                .query(Long.class)
                .list());
    }

    /** Gives back what was not handed over; it keeps the place it had. */
    void release(Collection<Long> ids, String owner) {
        if (!ids.isEmpty()) {
            attempts.inTransaction(() ->
                    jdbc.sql("""
                        update letter set state = 'WAITING', due_at = created_at, owner = null
                        where id in (:ids) and owner = :owner and state = 'CLAIMED'\
                        """).params(Map.of("ids", ids, "owner", owner)).update());
        }
    }
}
