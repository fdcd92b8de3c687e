package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import rollcall.program.Move.Skip;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Random members whose statuses are given, corrected and taken back: what holds for all of them. */
class RewindPropertyTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Status OUT = WEBINAR.status(StatusCode.NOT_IN_PROGRAM);

    enum Way {
        ASK,
        CORRECT,
        TAKE_BACK
    }

    record Step(Way way, Status status) {}

    @Property
    void nobodyEverGoesAStepBackSaveByLeaving(@ForAll("stories") List<Step> story) {
        Status at = null;
        for (var row : book(story).rows) {
            assertThat(row.from()).isEqualTo(at);
            assertThat(at == null || !row.to().inProgram() || row.to().step() >= at.step())
                    .isTrue();
            at = row.to();
        }
    }

    @Property
    void theLastChangeCounts(@ForAll("stories") List<Step> story) {
        var book = book(story);
        if (!book.rows.isEmpty()) {
            assertThat(Rewind.counting(book.rows).getLast()).isEqualTo(book.rows.getLast());
        }
    }

    @Property
    void theSuccessDateIsThatOfTheFirstSuccessThatCounts(@ForAll("stories") List<Step> story) {
        var book = book(story);
        assertThat(book.successAt).isEqualTo(book.reckoned());
    }

    /** Be it a change, a correction, or the taking back of one. */
    @Property
    void whatIsTakenBackIsAsIfItHadNotBeen(@ForAll("stories") List<Step> story, @ForAll("steps") Step mistake) {
        var book = book(story);
        var at = book.at();
        var success = book.successAt;
        var sets = book.sets;
        book.take(mistake);
        if (at != null && book.sets > sets) {
            book.take(new Step(Way.TAKE_BACK, OUT));
            assertThat(book.at()).isEqualTo(at);
            assertThat(book.successAt).isEqualTo(success);
        }
    }

    private static Book book(List<Step> story) {
        var book = new Book();
        story.forEach(book::take);
        return book;
    }

    /** What the doors write, in a book instead of a database. */
    private static final class Book {

        private final List<Past> rows = new ArrayList<>();
        private @Nullable Instant successAt;
        private long sets;

        private @Nullable Status at() {
            return rows.isEmpty() ? null : rows.getLast().to();
        }

        private void take(Step step) {
            switch (step.way()) {
                case ASK -> ask(step.status());
                case CORRECT -> correct(step.status());
                case TAKE_BACK -> takeBack();
            }
        }

        private void ask(Status to) {
            if (WEBINAR.progression().move(at(), to) instanceof Skip) {
                return;
            }
            sets++;
            add(to, false, null);
            successAt = successAt == null && to.success() ? now() : successAt;
        }

        private void correct(Status to) {
            if (at() != null && at() != to) {
                write(Rewind.to(to, rows, OUT));
            }
        }

        private void takeBack() {
            if (at() != null && Rewind.last(rows, OUT).to() != at()) {
                write(Rewind.last(rows, OUT));
            }
        }

        private void write(Rewind rewind) {
            sets++;
            rewind.takenBack().forEach(this::mark);
            var to = rewind.to();
            if (at() != OUT) {
                add(OUT, true, to == OUT ? null : sets);
            }
            if (to != OUT) {
                add(to, true, null);
            }
            successAt = rewind.success(now());
        }

        private void mark(Past one) {
            rows.set(
                    one.seq() - 1,
                    new Past(
                            one.seq(),
                            one.from(),
                            one.to(),
                            one.at(),
                            one.changeSetId(),
                            null,
                            one.correction(),
                            sets));
        }

        private void add(Status to, boolean correction, @Nullable Long correctedBy) {
            rows.add(new Past(rows.size() + 1, at(), to, now(), sets, null, correction, correctedBy));
        }

        private Instant now() {
            return START.plus(Duration.ofDays(sets));
        }

        private @Nullable Instant reckoned() {
            return Rewind.counting(rows).stream()
                    .filter(one -> one.to().success())
                    .map(Past::at)
                    .findFirst()
                    .orElse(null);
        }
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        return steps().list().ofMaxSize(15);
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(Arbitraries.of(Way.class), Arbitraries.of(WEBINAR.statuses()))
                .as(Step::new);
    }
}
