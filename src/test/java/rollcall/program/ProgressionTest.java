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
import org.jspecify.annotations.Nullable;
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
            assertThat(outcomes(from)).as(lines.get(row)).isEqualTo(cells(lines.get(row)));
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells.subList(1, cells.size());
    }

    private List<String> outcomes(@Nullable Status from) {
        return COLUMNS.stream()
                .map(to -> word(progression.move(from, WEBINAR.status(to))))
                .toList();
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

    @Test
    void offersNoHiddenStatus() {
        var shown = new Status("SHOWN", "Shown", 10, false, false, false);
        var hidden = new Status("HIDDEN", "Hidden", 20, false, true, false);
        var channel = new Channel(1, "Own", List.of(shown, hidden));

        assertThat(channel.progression().openTo(shown)).isEmpty();
        assertThat(channel.progression().openTo(null)).containsExactly(shown);
    }

    private List<String> codes(StatusCode from) {
        return progression.openTo(WEBINAR.status(from)).stream()
                .map(Status::key)
                .toList();
    }
}
