package rollcall.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;

/** What administrators do with all mail at once. Each is one transaction with its entry in the audit. */
@Service
class MailDesk {

    private static final Duration FIRST_HOLD = Duration.ofSeconds(30);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);

    private final DeskRow row;
    private final LetterCancels cancels;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailDesk(DeskRow row, LetterCancels cancels, Access access, ApplicationEventPublisher events, Clock clock) {
        this.row = row;
        this.cancels = cancels;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    Desk get() {
        return row.get();
    }

    void requireRight(Actor who) {
        if (!access.administers(who)) {
            throw new NotAllowed();
        }
    }

    @Transactional
    void pause(Actor who) {
        requireRight(who);
        if (row.pause(now(), who.name())) {
            note(who, "MAIL_PAUSED", Map.of());
        }
    }

    @Transactional
    void resume(Actor who) {
        requireRight(who);
        if (row.pause(null, null)) {
            note(who, "MAIL_RESUMED", Map.of());
            events.publishEvent(new LettersQueued());
        }
    }

    /** @param perMinute null for no limit */
    @Transactional
    void limit(Actor who, @Nullable Integer perMinute) {
        requireRight(who);
        row.limit(perMinute);
        note(who, "MAIL_RATE_SET", perMinute == null ? Map.of() : Map.of("perMinute", perMinute));
        events.publishEvent(new LettersQueued());
    }

    /** Does not wait any longer for a mail server that did not answer. */
    @Transactional
    void tryNow(Actor who) {
        requireRight(who);
        row.tryNow(now());
        events.publishEvent(new LettersQueued());
    }

    /** Takes back everything that is not sent; how many letters that is. */
    @Transactional
    int cancelAll(Actor who) {
        requireRight(who);
        var cancelled = cancels.all();
        note(who, "LETTERS_CANCELLED", Map.of("letters", cancelled));
        return cancelled;
    }

    private void note(Actor who, String kind, Map<String, Object> details) {
        events.publishEvent(new AuditApplicationEvent(who.key(), kind, details));
    }

    /** The mail server did not answer: nothing is tried for 30 s, then for twice as long each time up to 15 minutes. */
    void hold(Trouble why) {
        var times = row.get().heldTimes();
        var doubled = times > 5 ? LONGEST_HOLD : FIRST_HOLD.multipliedBy(1L << times);
        var wait = doubled.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : doubled;
        row.hold(now().plus(wait), why, times);
    }

    /** It takes letters again. */
    void opened() {
        row.release();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
