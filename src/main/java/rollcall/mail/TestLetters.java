package rollcall.mail;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** Sends to somebody who works on a template what it says to a member. */
@Component
class TestLetters {

    private final LetterRows rows;
    private final RecipientRows recipients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TestLetters(LetterRows rows, RecipientRows recipients, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.recipients = recipients;
        this.events = events;
        this.clock = clock;
    }

    /** @param memberId whom it is written to; null, or one that the program does not have, for somebody made up */
    @Transactional
    void write(Shelf shelf, @Nullable Long memberId, Actor to) {
        var template = shelf.one();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.insertTrial(shelf.programId(), in(shelf, memberId), template.id(), to, now);
        events.publishEvent(new LettersQueued());
    }

    private @Nullable Long in(Shelf shelf, @Nullable Long memberId) {
        return Optional.ofNullable(memberId)
                .flatMap(recipients::byMember)
                .filter(one -> Objects.equals(one.programId(), shelf.programId()))
                .map(one -> memberId)
                .orElse(null);
    }
}
