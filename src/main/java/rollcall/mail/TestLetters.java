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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TestLetters(LetterRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** @param memberId whom it is written to; null for somebody made up */
    @Transactional
    void write(Shelf shelf, @Nullable Long memberId, Actor to) {
        var template = shelf.one();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.insertTrial(shelf.programId(), memberId, template.id(), to, now);
        events.publishEvent(new LettersQueued());
    }
}
