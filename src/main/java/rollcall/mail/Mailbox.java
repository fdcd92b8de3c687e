package rollcall.mail;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;

/** Where letters go that do not leave this machine. */
@Component
class Mailbox {

    private static final String INSERT = """
        insert into mailbox_copy (letter_id, recipient, recipient_name, subject, html, text, calendar)
        values (?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_NAME = 202;

    private final LetterQueue queue;
    private final JdbcTemplate batches;
    private final Attempts attempts;
    private final Clock clock;

    Mailbox(LetterQueue queue, JdbcTemplate batches, Attempts attempts, Clock clock) {
        this.queue = queue;
        this.batches = batches;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Keeps what their recipients would read; what was taken back meanwhile is left out. */
    void put(List<Parcel> parcels, String owner) {
        if (!parcels.isEmpty()) {
            attempts.inTransaction(() -> kept(parcels, owner));
        }
    }

    private int kept(List<Parcel> parcels, String owner) {
        var held = queue.held(parcels.stream().map(Parcel::id).toList(), owner);
        batches.batchUpdate(
                INSERT,
                parcels.stream()
                        .filter(one -> held.contains(one.id()))
                        .map(Mailbox::row)
                        .toList());
        return settle(held, owner);
    }

    private static @Nullable Object[] row(Parcel parcel) {
        var said = parcel.said();
        var letter = said.letter();
        return new @Nullable Object[] {
            parcel.id(),
            said.address(),
            Cut.to(said.name(), LONGEST_NAME),
            Cut.to(letter.subject(), LONGEST_SUBJECT),
            letter.html(),
            letter.text(),
            letter.calendar()
        };
    }

    private int settle(Collection<Long> ids, String owner) {
        return queue.settle(
                ids, owner, LetterState.IN_MAILBOX, null, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
