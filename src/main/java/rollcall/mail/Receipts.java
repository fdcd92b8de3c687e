package rollcall.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;

/** Notes what the mail server said of a letter that it did not take. */
@Component
class Receipts {

    private final LetterQueue queue;
    private final SuppressionRows suppressions;
    private final MailDesk desk;
    private final LetterRetries retries;
    private final Attempts attempts;
    private final Clock clock;

    Receipts(
            LetterQueue queue,
            SuppressionRows suppressions,
            MailDesk desk,
            LetterRetries retries,
            Attempts attempts,
            Clock clock) {
        this.queue = queue;
        this.suppressions = suppressions;
        this.desk = desk;
        this.retries = retries;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The mail server takes letters. */
    void opened() {
        desk.opened();
    }

    /** @return whether another letter may be tried at once */
    boolean settle(Parcel parcel, String owner, HandOver result) {
        return switch (result) {
            case HandOver.Taken() -> true;
            case HandOver.NoRecipient(var words) -> bounced(parcel, owner, words);
            case HandOver.Refused(var words) -> failed(parcel, owner, "mail.trouble.refused", words);
            case HandOver.Later(var words) -> again(parcel, owner, false, "mail.trouble.later", words);
            case HandOver.Lost(var words) -> held(parcel, owner, false, words);
            case HandOver.Unclear(var words) -> held(parcel, owner, true, words);
            case HandOver.Closed(var why) -> closed(parcel, owner, why);
        };
    }

    private boolean bounced(Parcel parcel, String owner, String words) {
        var trouble = Trouble.of("mail.trouble.no-recipient", words);
        return attempts.inTransaction(() -> {
            queue.settle(List.of(parcel.id()), owner, LetterState.BOUNCED, trouble, now());
            suppressions.bounced(parcel.said().address(), trouble.words(), now());
            return true;
        });
    }

    private boolean failed(Parcel parcel, String owner, String message, String words) {
        queue.settle(List.of(parcel.id()), owner, LetterState.FAILED, Trouble.of(message, words), now());
        return true;
    }

    private boolean again(Parcel parcel, String owner, boolean unclear, String message, String words) {
        var at = retries.after(parcel.letter(), now());
        if (at.isEmpty()) {
            return failed(parcel, owner, "mail.trouble.given-up", words);
        }
        queue.layDown(parcel.id(), owner, at.get(), unclear, Trouble.of(message, words));
        return true;
    }

    /** The letter waits by itself, so that one that makes the server hang up does not keep all others. */
    private boolean held(Parcel parcel, String owner, boolean unclear, String words) {
        again(parcel, owner, unclear, "mail.trouble.no-answer", words);
        desk.hold(Trouble.of("mail.trouble.no-answer", ""));
        return false;
    }

    private boolean closed(Parcel parcel, String owner, Trouble why) {
        queue.putBack(parcel.id(), owner, now());
        desk.hold(why);
        return false;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
