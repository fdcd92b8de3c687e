package rollcall.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;

/** Sends what is due, some letters at a time. Several senders on several nodes drain one queue. */
@Component
class LetterSender {

    /** How many letters a sender takes in hand at once. */
    static final int BATCH = 50;

    private final LetterTurns turns;
    private final DeskRow desk;
    private final MailServer server;
    private final LetterSorting sorting;
    private final Mailbox mailbox;
    private final Carrier carrier;
    private final Attempts attempts;
    private final Clock clock;

    LetterSender(
            LetterTurns turns,
            DeskRow desk,
            MailServer server,
            LetterSorting sorting,
            Mailbox mailbox,
            Carrier carrier,
            Attempts attempts,
            Clock clock) {
        this.turns = turns;
        this.desk = desk;
        this.server = server;
        this.sorting = sorting;
        this.mailbox = mailbox;
        this.carrier = carrier;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Sends one batch, in the calling thread and outside of any transaction.
     *
     * @return whether more may be due
     */
    boolean send() {
        var owner = UUID.randomUUID().toString();
        var letters = attempts.inTransaction(() -> claim(owner));
        if (letters.isEmpty()) {
            return false;
        }
        var sorted = sorting.sort(letters, owner);
        mailbox.put(sorted.indoors(), owner);
        return carrier.carry(sorted.outdoors(), owner);
    }

    private List<Waiting> claim(String owner) {
        var now = now();
        var state = desk.get();
        if (state.paused() || (server.set() && !state.open(now))) {
            return List.of();
        }
        return state.perMinute() == null ? turns.claim(owner, BATCH, now) : rationed(owner, now);
    }

    private List<Waiting> rationed(String owner, Instant now) {
        var granted = desk.reserve(BATCH, now);
        if (granted == 0) {
            return List.of();
        }
        var letters = turns.claim(owner, granted, now);
        desk.giveBack(granted - letters.size());
        return letters;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
