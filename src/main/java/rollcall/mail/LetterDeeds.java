package rollcall.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** What managers do with letters: take them back, and try again what failed. The caller has asked for the right. */
@Service
class LetterDeeds {

    private static final String AGAIN = """
        update letter set state = 'WAITING', due_at = :now, settled_at = null, tries = 0, first_tried_at = null,
            failure = null, words = null
        where state = 'FAILED'\
        """;

    private final LetterCancels cancels;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LetterDeeds(LetterCancels cancels, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.cancels = cancels;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    boolean cancel(long letterId) {
        return cancels.one(letterId);
    }

    @Transactional
    int cancelOf(Actor who, long programId) {
        var cancelled = cancels.ofProgram(programId);
        events.publishEvent(new AuditApplicationEvent(
                who.key(), "LETTERS_CANCELLED", Map.of("program", programId, "letters", cancelled)));
        return cancelled;
    }

    @Transactional
    boolean again(long letterId) {
        return again(" and id = :id", Map.of("id", letterId)) == 1;
    }

    @Transactional
    int againOf(long programId) {
        return again(" and program_id = :program", Map.of("program", programId));
    }

    @Transactional
    int againAll() {
        return again("", Map.of());
    }

    private int again(String which, Map<String, ?> params) {
        var letters = jdbc.sql(AGAIN + which)
                .params(params)
                .param("now", Timestamp.from(now()))
                .update();
        if (letters > 0) {
            events.publishEvent(new LettersQueued());
        }
        return letters;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
