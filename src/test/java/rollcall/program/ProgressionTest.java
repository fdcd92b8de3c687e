package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.ATTENDED_ON_DEMAND;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REGISTRATION_ERROR;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Skip;

class ProgressionTest {

    /** The rule as a picture: everything that can be asked, and what it comes to. */
    private static final String EVERY_PAIR = """
        is at \\ asked for | Not in | Invited | Pending | Waitlist | Rejected | Registered | Error   | No Show | On-demand | Attended
        -                  | there  | join    | join    | join     | join     | join       | join    | join    | join      | join
        Not in             | there  | join    | join    | join     | join     | join       | join    | join    | join      | join
        Invited            | leave  | there   | advance | advance  | advance  | advance    | advance | advance | advance   | advance
        Pending            | leave  | past    | there   | advance  | advance  | advance    | advance | advance | advance   | advance
        Waitlist           | leave  | past    | past    | there    | advance  | advance    | advance | advance | advance   | advance
        Rejected           | leave  | past    | past    | advance  | there    | advance    | advance | advance | advance   | advance
        Registered         | leave  | past    | past    | past     | past     | there      | advance | advance | advance   | advance
        Error              | leave  | past    | past    | past     | past     | advance    | there   | advance | advance   | advance
        No Show            | leave  | past    | past    | past     | past     | past       | past    | there   | advance   | advance
        On-demand          | leave  | past    | past    | past     | past     | past       | past    | past    | there     | advance
        Attended           | leave  | past    | past    | past     | past     | past       | past    | past    | past      | there
        """;

    private static final List<StatusCode> COLUMNS = List.of(
            NOT_IN_PROGRAM,
            INVITED,
            PENDING_APPROVAL,
            WAITLISTED,
            REJECTED,
            REGISTERED,
            REGISTRATION_ERROR,
            NO_SHOW,
            ATTENDED_ON_DEMAND,
            ATTENDED);

    private final Progression progression = WEBINAR.progression();

    @Test
    void everyPairComesToWhatThePictureShows() {
        var lines = EVERY_PAIR.lines().skip(1).toList();
        assertThat(lines).hasSize(COLUMNS.size() + 1);
        for (int row = 0; row < lines.size(); row++) {
            var from = row == 0 ? null : WEBINAR.status(COLUMNS.get(row - 1));
            assertThat(outcomes(to -> progression.move(from, WEBINAR.status(to))))
                    .as(lines.get(row))
                    .isEqualTo(cells(lines.get(row)));
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells.subList(1, cells.size());
    }

    private static List<String> outcomes(Function<StatusCode, Move> asked) {
        return COLUMNS.stream().map(to -> word(asked.apply(to))).toList();
    }

    private static String word(Move move) {
        return switch (move) {
            case Join join -> "join";
            case Advance advance -> "advance";
            case Leave leave -> "leave";
            case Skip(var at, var reason) ->
                switch (reason) {
                    case ALREADY_THERE -> "there";
                    case ALREADY_PAST -> "past";
                    case HIDDEN -> "hidden";
                    default -> reason.name();
                };
        };
    }

    @Test
    void offersOnlyWhatIsAllowedAndTheWayOutLast() {
        assertThat(codes(WAITLISTED))
                .containsExactly(
                        "REJECTED",
                        "REGISTERED",
                        "REGISTRATION_ERROR",
                        "NO_SHOW",
                        "ATTENDED_ON_DEMAND",
                        "ATTENDED",
                        "NOT_IN_PROGRAM");
        assertThat(codes(ATTENDED)).containsExactly("NOT_IN_PROGRAM");
        assertThat(codes(NOT_IN_PROGRAM))
                .containsExactly(
                        "INVITED",
                        "PENDING_APPROVAL",
                        "REJECTED",
                        "WAITLISTED",
                        "REGISTERED",
                        "REGISTRATION_ERROR",
                        "NO_SHOW",
                        "ATTENDED_ON_DEMAND",
                        "ATTENDED");
    }

    /** The same channel with Invited, Waitlisted and No Show hidden, for whoever chooses: the rest is as it was. */
    private static final String CHOSEN_WHILE_HIDDEN = """
        is at \\ chosen    | Not in | Invited | Pending | Waitlist | Rejected | Registered | Error   | No Show | On-demand | Attended
        -                  | there  | hidden  | join    | hidden   | join     | join       | join    | hidden  | join      | join
        Not in             | there  | hidden  | join    | hidden   | join     | join       | join    | hidden  | join      | join
        Invited            | leave  | there   | advance | hidden   | advance  | advance    | advance | hidden  | advance   | advance
        Pending            | leave  | past    | there   | hidden   | advance  | advance    | advance | hidden  | advance   | advance
        Waitlist           | leave  | past    | past    | there    | advance  | advance    | advance | hidden  | advance   | advance
        Rejected           | leave  | past    | past    | hidden   | there    | advance    | advance | hidden  | advance   | advance
        Registered         | leave  | past    | past    | past     | past     | there      | advance | hidden  | advance   | advance
        Error              | leave  | past    | past    | past     | past     | advance    | there   | hidden  | advance   | advance
        No Show            | leave  | past    | past    | past     | past     | past       | past    | there   | advance   | advance
        On-demand          | leave  | past    | past    | past     | past     | past       | past    | past    | there     | advance
        Attended           | leave  | past    | past    | past     | past     | past       | past    | past    | past      | there
        """;

    @Test
    void whatIsHiddenIsNotChosenAnyMoreAndStillComesAsAFact() {
        var hidden = Set.of(INVITED, WAITLISTED, NO_SHOW);
        var channel = new Channel(
                1,
                0,
                "Own",
                WEBINAR.statuses().stream()
                        .map(one -> hide(one, hidden.stream().anyMatch(one::is)))
                        .toList());
        var chosen = CHOSEN_WHILE_HIDDEN.lines().skip(1).toList();
        var facts = EVERY_PAIR.lines().skip(1).toList();
        for (int row = 0; row < chosen.size(); row++) {
            var from = row == 0 ? null : channel.status(COLUMNS.get(row - 1));
            assertThat(outcomes(to -> channel.progression().choose(from, channel.status(to))))
                    .as(chosen.get(row))
                    .isEqualTo(cells(chosen.get(row)));
            assertThat(outcomes(to -> channel.progression().move(from, channel.status(to))))
                    .as(facts.get(row))
                    .isEqualTo(cells(facts.get(row)));
        }
    }

    private static Status hide(Status status, boolean hidden) {
        return new Status(
                status.key(),
                status.name(),
                status.step(),
                status.place(),
                status.success(),
                hidden,
                status.holdsSeat());
    }

    @Test
    void thoseOfOneStepStandInTheirPlaces() {
        var last = new Status("A", "A", 10, 2, false, false, false);
        var first = new Status("B", "B", 10, 1, false, false, false);
        assertThat(new Channel(1, 0, "Own", List.of(last, first)).statuses()).containsExactly(first, last);
    }

    @Test
    void offersNoHiddenStatus() {
        var shown = new Status("SHOWN", "Shown", 10, 0, false, false, false);
        var hidden = new Status("HIDDEN", "Hidden", 20, 0, false, true, false);
        var channel = new Channel(1, 0, "Own", List.of(shown, hidden));

        assertThat(channel.progression().openTo(shown)).isEmpty();
        assertThat(channel.progression().openTo(null)).containsExactly(shown);
    }

    private List<String> codes(StatusCode from) {
        return progression.openTo(WEBINAR.status(from)).stream()
                .map(Status::key)
                .toList();
    }
}
