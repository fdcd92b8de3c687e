package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Skip;

/** Random channels and random wishes: what holds for all of them. */
class ProgressionPropertyTest {

    /** A channel, and the positions of the statuses that are asked for one after the other. */
    record Story(Channel channel, List<Integer> wishes) {}

    @Property
    void theStepNeverDecreasesSaveByLeaving(@ForAll("stories") Story story) {
        Status at = null;
        for (var move : moves(story)) {
            switch (move) {
                case Advance(var from, var to) -> assertThat(to.step()).isGreaterThanOrEqualTo(from.step());
                case Join(var from, var to) ->
                    assertThat(from == null || !from.inProgram()).isTrue();
                case Leave(var from, var to) -> assertThat(to.step()).isZero();
                case Skip(var stays, var reason) -> assertThat(stays).isEqualTo(at);
            }
            at = after(at, move);
        }
    }

    @Property
    void theHistoryReplaysToTheCurrentStatus(@ForAll("stories") Story story) {
        var history =
                moves(story).stream().filter(move -> !(move instanceof Skip)).toList();
        Status at = null;
        for (var move : history) {
            assertThat(from(move)).isEqualTo(at);
            at = after(at, move);
        }
        assertThat(at).isEqualTo(last(story));
    }

    @Property
    void askingTwiceChangesNothingMore(@ForAll("stories") Story story) {
        var progression = story.channel().progression();
        var at = last(story);
        for (var to : story.channel().statuses()) {
            var once = after(at, progression.move(at, to));
            assertThat(after(once, progression.move(once, to))).isEqualTo(once);
        }
    }

    @Property
    void onlyWhatIsOfferedIsGiven(@ForAll("stories") Story story) {
        var progression = story.channel().progression();
        var at = last(story);
        for (var to : story.channel().statuses()) {
            var given = !(progression.move(at, to) instanceof Skip);
            assertThat(progression.openTo(at).contains(to)).isEqualTo(given);
        }
    }

    private static List<Move> moves(Story story) {
        var progression = story.channel().progression();
        var moves = new ArrayList<Move>();
        Status at = null;
        for (int wish : story.wishes()) {
            var move = progression.move(at, story.channel().statuses().get(wish));
            moves.add(move);
            at = after(at, move);
        }
        return moves;
    }

    private static @Nullable Status last(Story story) {
        Status at = null;
        for (var move : moves(story)) {
            at = after(at, move);
        }
        return at;
    }

    private static @Nullable Status from(Move move) {
        return switch (move) {
            case Join join -> join.from();
            case Advance advance -> advance.from();
            case Leave leave -> leave.from();
            case Skip skip -> skip.at();
        };
    }

    private static @Nullable Status after(@Nullable Status at, Move move) {
        return switch (move) {
            case Join join -> join.to();
            case Advance advance -> advance.to();
            case Leave leave -> leave.to();
            case Skip skip -> at;
        };
    }

    @Provide
    Arbitrary<Story> stories() {
        var steps = Arbitraries.integers().between(1, 100).list().ofMinSize(1).ofMaxSize(12);
        var wishes = Arbitraries.integers().between(0, 1_000).list().ofMaxSize(40);
        return Combinators.combine(steps, wishes).as(ProgressionPropertyTest::story);
    }

    private static Story story(List<Integer> steps, List<Integer> wishes) {
        var statuses = new ArrayList<Status>();
        statuses.add(new Status(StatusCode.NOT_IN_PROGRAM.name(), "Not in Program", 0, 0, false, false, false));
        IntStream.range(0, steps.size())
                .mapToObj(i -> new Status("S" + i, "Status " + i, steps.get(i), 0, false, false, i % 2 == 0))
                .forEach(statuses::add);
        return new Story(
                new Channel(1, 0, "Random", statuses),
                wishes.stream().map(wish -> wish % statuses.size()).toList());
    }
}
