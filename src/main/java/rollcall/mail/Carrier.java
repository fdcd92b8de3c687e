package rollcall.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives letters to the mail server, one after the other over one connection. Before the next one is handed over it is
 * noted that the last one is sent: so a node that dies leaves one letter in doubt.
 */
@Component
class Carrier {

    private final MailServer server;
    private final Envelopes envelopes;
    private final LetterQueue queue;
    private final Receipts receipts;
    private final Clock clock;

    Carrier(MailServer server, Envelopes envelopes, LetterQueue queue, Receipts receipts, Clock clock) {
        this.server = server;
        this.envelopes = envelopes;
        this.queue = queue;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * @param parcels of letters that {@code owner} has in hand; none afterwards
     * @return whether the mail server takes more
     */
    boolean carry(List<Parcel> parcels, String owner) {
        var round = new Round(owner, new ArrayDeque<>(parcels));
        if (parcels.isEmpty()) {
            return true;
        }
        try (var line = server.line()) {
            while (!round.parcels.isEmpty()
                    && round.open
                    && !Thread.currentThread().isInterrupted()) {
                next(round, line);
            }
        }
        round.finish();
        return round.open;
    }

    private void next(Round round, MailLine line) {
        var parcel = round.parcels.remove();
        var message = enveloped(parcel, round.owner);
        if (message != null && round.begin(parcel)) {
            settle(round, parcel, line.hand(message));
        }
    }

    private @Nullable Envelope enveloped(Parcel parcel, String owner) {
        try {
            return envelopes.of(parcel, server.session());
        } catch (MessagingException noAddress) {
            var trouble = new Trouble("mail.trouble.address", "");
            queue.settle(List.of(parcel.id()), owner, LetterState.FAILED, trouble, now());
            return null;
        }
    }

    private void settle(Round round, Parcel parcel, HandOver result) {
        if (result instanceof HandOver.Taken) {
            round.taken(parcel);
        } else {
            round.open = receipts.settle(parcel, round.owner, result);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One batch on its way. */
    private final class Round {

        final String owner;
        final Deque<Parcel> parcels;
        boolean open = true;
        final List<Long> left = new ArrayList<>();
        boolean anyTaken;

        @Nullable
        Long unmarked;

        Round(String owner, Deque<Parcel> parcels) {
            this.owner = owner;
            this.parcels = parcels;
        }

        boolean begin(Parcel parcel) {
            var sent = unmarked;
            unmarked = null;
            var begun = sent == null
                    ? queue.begin(parcel.id(), owner, now())
                    : queue.sentAndBegin(sent, parcel.id(), owner, now());
            if (!begun) {
                left.add(parcel.id());
            }
            return begun;
        }

        void taken(Parcel parcel) {
            unmarked = parcel.id();
            if (!anyTaken) {
                anyTaken = true;
                receipts.opened();
            }
        }

        /** What was not handed over waits again, also what could not be because mail was paused. */
        void finish() {
            if (unmarked != null) {
                queue.settle(List.of(unmarked), owner, LetterState.SENT, null, now());
            }
            parcels.forEach(parcel -> left.add(parcel.id()));
            queue.release(left, owner);
        }
    }
}
