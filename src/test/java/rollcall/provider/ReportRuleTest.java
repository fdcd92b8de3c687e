package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rollcall.program.Channel;
import rollcall.program.Status;
import rollcall.program.StatusCode;
import rollcall.program.WebinarChannel;

/** What a report means, as a picture: where a member is, what is said, and what is asked of the door. */
class ReportRuleTest {

    private static final Channel CHANNEL = WebinarChannel.WEBINAR;

    private static final Map<String, Set<FindingKind>> REPORTS = reports();

    private static Map<String, Set<FindingKind>> reports() {
        var reports = new LinkedHashMap<String, Set<FindingKind>>();
        reports.put("live", Set.of(FindingKind.LIVE));
        reports.put("on-demand", Set.of(FindingKind.ON_DEMAND));
        reports.put("both", Set.of(FindingKind.LIVE, FindingKind.ON_DEMAND));
        reports.put("absent", Set.of(FindingKind.ABSENT));
        reports.put("denied", Set.of(FindingKind.DENIED));
        reports.put("cancelled", Set.of(FindingKind.CANCELLED));
        reports.put("there", Set.of(FindingKind.REGISTERED));
        reports.put("missed", Set.of(FindingKind.MISSED));
        reports.put("nothing", Set.of());
        return reports;
    }

    @Test
    void whatEachReportMeansForEachStatus() {
        assertThat(table(true)).isEqualTo("""
            at                 | live     | on-demand | both     | absent  | denied     | cancelled | there     | missed | nothing
            NOT_IN_PROGRAM     | ATTENDED | ON_DEMAND | ATTENDED | -       | -          | -         | -         | -      | -
            INVITED            | ATTENDED | ON_DEMAND | ATTENDED | -       | -          | -         | signed_up | -      | -
            PENDING_APPROVAL   | ATTENDED | ON_DEMAND | ATTENDED | -       | -          | -         | signed_up | -      | -
            REJECTED           | ATTENDED | ON_DEMAND | ATTENDED | -       | -          | -         | signed_up | -      | -
            WAITLISTED         | ATTENDED | ON_DEMAND | ATTENDED | -       | -          | -         | signed_up | -      | -
            REGISTERED         | ATTENDED | ON_DEMAND | ATTENDED | NO_SHOW | REG. ERROR | OUT       | -         | -      | -
            REGISTRATION_ERROR | ATTENDED | ON_DEMAND | ATTENDED | -       | -          | -         | -         | -      | -
            NO_SHOW            | ATTENDED | ON_DEMAND | ATTENDED | -       | -          | -         | -         | -      | -
            ATTENDED_ON_DEMAND | ATTENDED | there     | ATTENDED | -       | -          | -         | -         | -      | -
            ATTENDED           | there    | further   | there    | -       | -          | -         | -         | -      | -
            """);
    }

    @Test
    void whoCancelledIsKeptWhereTheProgramSaysSo() {
        assertThat(table(false))
                .contains("REGISTERED         | ATTENDED | ON_DEMAND | ATTENDED | NO_SHOW"
                        + " | REG. ERROR | kept      | -");
    }

    @Test
    void whoIsRegisteredThereIsNotedWhereThatIsNews() {
        assertThat(settling(StatusCode.REGISTERED, FindingKind.REGISTERED))
                .isEqualTo(new Meaning(Effect.SETTLED, StatusCode.REGISTERED));
        assertThat(settling(StatusCode.REGISTRATION_ERROR, FindingKind.REGISTERED))
                .isEqualTo(new Meaning(Effect.CHANGED, StatusCode.REGISTERED));
        assertThat(settling(StatusCode.REGISTRATION_ERROR, FindingKind.REGISTERED, FindingKind.LIVE)
                        .to())
                .as("what they did says more")
                .isEqualTo(StatusCode.ATTENDED);
        assertThat(settling(StatusCode.REGISTERED, FindingKind.REGISTERED, FindingKind.ABSENT)
                        .to())
                .isEqualTo(StatusCode.NO_SHOW);
    }

    private static Meaning settling(StatusCode at, FindingKind... said) {
        return rule(true).of(new Stand(status(at), Set.of(), false, false, true, true), Set.of(said));
    }

    @Test
    void whoWasAcceptedAfterTheEndOrNeverIsNotAbsent() {
        var late = new Stand(status(StatusCode.REGISTERED), Set.of(), false, false, false, false);
        assertThat(rule(true).of(late, REPORTS.get("absent"))).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void attendanceComesBeforeWhatIsSaidOfTheRegistrationAndThatBeforeAbsence() {
        var registered = stand(StatusCode.REGISTERED);
        var everything = Set.of(FindingKind.values());
        assertThat(rule(true).of(registered, everything).to()).isEqualTo(StatusCode.ATTENDED);
        assertThat(rule(true)
                        .of(registered, Set.of(FindingKind.DENIED, FindingKind.ABSENT))
                        .to())
                .isEqualTo(StatusCode.REGISTRATION_ERROR);
        assertThat(rule(true)
                        .of(registered, Set.of(FindingKind.CANCELLED, FindingKind.ABSENT))
                        .to())
                .isEqualTo(StatusCode.NOT_IN_PROGRAM);
        assertThat(rule(false)
                        .of(registered, Set.of(FindingKind.CANCELLED, FindingKind.ABSENT))
                        .to())
                .as("kept, but did not come")
                .isEqualTo(StatusCode.NO_SHOW);
    }

    @Test
    void whatAPersonDecidedAfterAnEarlierReportStands() {
        var corrected = new Stand(
                status(StatusCode.REGISTERED),
                Set.of(StatusCode.ATTENDED, StatusCode.NO_SHOW),
                false,
                false,
                true,
                false);
        assertThat(rule(true).of(corrected, REPORTS.get("live")).effect()).isEqualTo(Effect.DECIDED);
        assertThat(rule(true).of(corrected, REPORTS.get("absent")).effect()).isEqualTo(Effect.DECIDED);
        assertThat(rule(true).of(corrected, REPORTS.get("on-demand")).effect())
                .as("that is news")
                .isEqualTo(Effect.CHANGED);
    }

    @Test
    void whoLeftAfterTheEventHadBegunStaysOut() {
        var left = new Stand(status(StatusCode.NOT_IN_PROGRAM), Set.of(), true, false, true, false);
        assertThat(rule(true).of(left, REPORTS.get("live")).effect()).isEqualTo(Effect.STAYS_OUT);
    }

    private static String table(boolean leavesWhenCancelled) {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("at"));
        head.addAll(REPORTS.keySet());
        rows.add(head);
        for (var status : CHANNEL.statuses()) {
            var cells = new ArrayList<>(List.of(status.key()));
            REPORTS.values()
                    .forEach(said -> cells.add(word(rule(leavesWhenCancelled)
                            .of(new Stand(status, Set.of(), false, false, true, false), said))));
            rows.add(cells);
        }
        return drawn(rows);
    }

    private static String drawn(List<List<String>> rows) {
        var widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int n = 0; n < widths.length; n++) {
                widths[n] = Math.max(widths[n], row.get(n).length());
            }
        });
        return rows.stream()
                .map(row -> {
                    var line = new StringBuilder();
                    for (int n = 0; n < widths.length; n++) {
                        line.append(n == 0 ? "" : " | ").append(("%-" + widths[n] + "s").formatted(row.get(n)));
                    }
                    return line.toString().stripTrailing() + "\n";
                })
                .collect(Collectors.joining());
    }

    private static String word(Meaning meaning) {
        return switch (meaning.effect()) {
            case CHANGED ->
                switch (meaning.to()) {
                    case ATTENDED_ON_DEMAND -> "ON_DEMAND";
                    case REGISTRATION_ERROR -> "REG. ERROR";
                    case NOT_IN_PROGRAM -> "OUT";
                    default -> meaning.to().name();
                };
            case UNTOUCHED -> "-";
            case THERE, FURTHER, DECIDED, STAYS_OUT, CLOSED, KEPT, SETTLED, SIGNED_UP ->
                meaning.effect().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static ReportRule rule(boolean leavesWhenCancelled) {
        return new ReportRule(CHANNEL, leavesWhenCancelled);
    }

    private static Stand stand(StatusCode code) {
        return new Stand(status(code), Set.of(), false, false, true, false);
    }

    private static Status status(StatusCode code) {
        return CHANNEL.status(code);
    }
}
