package rollcall.mail;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** Sends to somebody who works on a template what it says to a member. */
@Component
class TestLetters {

    private final LetterRows rows;
    private final Trials trials;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TestLetters(LetterRows rows, Trials trials, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.trials = trials;
        this.events = events;
        this.clock = clock;
    }

    /** @param memberId as whom it is read; null, or one that the program does not have, for an example */
    @Transactional
    void write(Shelf shelf, @Nullable Long memberId, Actor to) {
        var template = shelf.one();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var as = trials.recipient(shelf, memberId, "");
        rows.insertTrial(shelf.programId(), as.exists() ? as.memberId() : null, template.id(), to, now);
        events.publishEvent(new LettersQueued());
    }
}
