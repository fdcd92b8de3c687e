package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.StaticMessageSource;
import rollcall.person.Known;
import rollcall.person.PersonDetails;
import rollcall.program.Channel;
import rollcall.program.Status;
import rollcall.program.StatusCode;
import rollcall.transfer.Read.Entry;
import rollcall.transfer.Read.Refused;
import rollcall.transfer.Refusal.Reason;

class RowReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final Channel CHANNEL = new Channel(
            1,
            0,
            "Webinar",
            List.of(
                    status(StatusCode.INVITED, "Invited", 10),
                    status(StatusCode.PENDING_APPROVAL, "Pending Approval", 20),
                    status(StatusCode.WAITLISTED, "Waitlisted", 30),
                    status(StatusCode.REJECTED, "Rejected", 30),
                    status(StatusCode.REGISTERED, "Confirmed guest", 40),
                    status(StatusCode.NO_SHOW, "No Show", 50),
                    status(StatusCode.ATTENDED_ON_DEMAND, "Attended On-demand", 60),
                    status(StatusCode.ATTENDED, "Attended", 70),
                    new Status("VIP", "Особый гость", 75, 0, true, false, true)));

    private static Status status(StatusCode code, String name, int step) {
        return new Status(code.name(), name, step, 0, step >= 60, false, step >= 40);
    }

    private static StatusWords words() {
        var messages = new StaticMessageSource();
        messages.addMessage("status.REGISTERED", Locale.ENGLISH, "Registered");
        messages.addMessage("status.REGISTERED", Locale.of("sv"), "Registrerad");
        messages.addMessage("status.WAITLISTED", Locale.of("sv"), "Väntelista");
        return StatusWords.of(CHANNEL, messages);
    }

    private static RowReader reader(List<String> headings, String status, String reason) {
        var plan = new ImportPlan(
                Mapping.proposedFor(headings), status, reason, Known.FILL_BLANKS, false, DayOrder.UNSAID, false);
        @Nullable Status always = status.isEmpty() ? null : CHANNEL.status(status);
        var moments = new Moments(ZoneId.of("Europe/Stockholm"), DayOrder.UNSAID);
        return new RowReader(plan, headings, words(), always, moments, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Read read(String headings, String status, String... cells) {
        return reader(List.of(headings.split(";")), status, "").read(new CsvRow(7, Arrays.asList(cells)));
    }

    private static Entry entry(String headings, String status, String... cells) {
        assertThat(read(headings, status, cells)).isInstanceOf(Entry.class);
        return (Entry) read(headings, status, cells);
    }

    @Test
    void readsEverythingThatARowCanSay() {
        var entry = entry(
                "First name;Last name;E-mail;Company;Job title;Phone;Country;Language;Time zone;Status;Status reason;"
                        + "Status since;Registrant ID;Join link;Diet;Notes",
                "",
                "Ada",
                "Lovelace",
                " Ada@Example.com ",
                "Analytical\nEngines",
                "Countess",
                "'+44 20",
                "UK",
                "en",
                "Europe/London",
                "registered",
                "came early",
                "2026-03-01 10:00",
                "R-1",
                "https://example.com/j/1",
                "vegan",
                "");

        assertThat(entry)
                .isEqualTo(new Entry(
                        entry.row(),
                        "ada@example.com",
                        new PersonDetails(
                                "Ada@Example.com",
                                "Ada",
                                "Lovelace",
                                "Analytical Engines",
                                "Countess",
                                "+44 20",
                                "UK",
                                "en",
                                "Europe/London"),
                        CHANNEL.status(StatusCode.REGISTERED),
                        "came early",
                        Instant.parse("2026-03-01T09:00:00Z"),
                        "R-1",
                        "https://example.com/j/1",
                        Map.of("Diet", "vegan")));
    }

    @Test
    void aRowMayEndEarlyAndSayLittle() {
        var entry = entry("E-mail;Name;Status since;Registrant id;Join link;Diet", "INVITED", "ada@example.com");

        assertThat(entry.details()).isEqualTo(PersonDetails.ofEmail("ada@example.com"));
        assertThat(entry.to().key()).isEqualTo("INVITED");
        assertThat(entry.reason()).isEmpty();
        assertThat(entry.since()).isNull();
        assertThat(entry.registrantId()).isNull();
        assertThat(entry.joinLink()).isNull();
        assertThat(entry.answers()).isEmpty();
    }

    static Stream<Arguments> refusals() {
        var long101 = "x".repeat(101);
        return Stream.of(
                Arguments.of("E-mail", "", Reason.EMAIL_MISSING, ""),
                Arguments.of("E-mail", "ada@", Reason.EMAIL_INVALID, "ada@"),
                Arguments.of("E-mail;First name", "a@b.se;Jos\uFFFD", Reason.UNREADABLE_CHARACTERS, ""),
                Arguments.of("E-mail", "a@b.se;;x", Reason.TOO_MANY_CELLS, ""),
                Arguments.of("E-mail;First name", "a@b.se;" + long101, Reason.TOO_LONG, "FIRST_NAME"),
                Arguments.of("E-mail;Company", "a@b.se;evil\u202Ename", Reason.UNWANTED_CHARACTERS, "COMPANY"),
                Arguments.of("E-mail;Company", "a@b.se;nul\u0000", Reason.UNWANTED_CHARACTERS, "COMPANY"),
                Arguments.of("E-mail;Registrant id", "a@b.se;" + "9".repeat(201), Reason.TOO_LONG, "REGISTRANT_ID"),
                Arguments.of("E-mail;Status reason", "a@b.se;" + "x".repeat(501), Reason.TOO_LONG, "STATUS_REASON"),
                Arguments.of("E-mail;Join link", "a@b.se;javascript:alert(1)", Reason.LINK_INVALID, ""),
                Arguments.of("E-mail;Join link", "a@b.se;mailto:a@b.se", Reason.LINK_INVALID, ""),
                Arguments.of("E-mail;Join link", "a@b.se;https:", Reason.LINK_INVALID, ""),
                Arguments.of("E-mail;Join link", "a@b.se;not a link", Reason.LINK_INVALID, ""),
                Arguments.of("E-mail;Status since", "a@b.se;yesterday", Reason.SINCE_INVALID, "yesterday"),
                Arguments.of("E-mail;Status since", "a@b.se;03/04/2025", Reason.SINCE_AMBIGUOUS, "03/04/2025"),
                Arguments.of("E-mail;Status since", "a@b.se;2026-03-04", Reason.SINCE_IN_FUTURE, "2026-03-04"),
                Arguments.of("E-mail;Diet", "a@b.se;ve\u200Bgan", Reason.UNWANTED_CHARACTERS, "Diet"),
                Arguments.of("E-mail;Di\u202Eet", "a@b.se;vegan", Reason.UNWANTED_CHARACTERS, "ANSWER"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatNoProgramCouldTake(String headings, String row, Reason reason, String detail) {
        var read = read(headings, "INVITED", row.split(";", -1));

        assertThat(read).isEqualTo(new Refused(read.row(), new Refusal(reason, detail)));
    }

    static Stream<Arguments> theUtmost() {
        return Stream.of(
                Arguments.of("First name", "x".repeat(100)),
                Arguments.of("Registrant id", "9".repeat(200)),
                Arguments.of("Status reason", "x".repeat(500)),
                Arguments.of("Join link", "http://example.org/j"),
                Arguments.of("Join link", "HTTPS://example.org/j"),
                Arguments.of("Status since", "2026-03-02 10:00"));
    }

    @ParameterizedTest
    @MethodSource("theUtmost")
    void takesWhatJustFits(String heading, String cell) {
        assertThat(read("E-mail;" + heading, "INVITED", "a@b.se", cell)).isInstanceOf(Entry.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        REGISTERED          | REGISTERED
        registered          | REGISTERED
        Registrerad         | REGISTERED
        confirmed GUEST     | REGISTERED
        approved            | REGISTERED
        VÄNTELISTA          | WAITLISTED
        wait listed         | WAITLISTED
        pending             | PENDING_APPROVAL
        Pending_Approval    | PENDING_APPROVAL
        Attended On-demand  | ATTENDED_ON_DEMAND
        On demand           | ATTENDED_ON_DEMAND
        no-show             | NO_SHOW
        особый гость        | VIP
        """)
    void knowsAStatusByAnyOfItsNames(String word, String key) {
        assertThat(entry("E-mail;Status", "", "a@b.se", word).to().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"Yes, ATTENDED", "ja, ATTENDED", "No, NO_SHOW", "Nej, NO_SHOW", "Registered, REGISTERED"})
    void aColumnThatAsksWhoAttendedIsAnsweredWithYesAndNo(String word, String key) {
        assertThat(entry("E-mail;Attended", "", "a@b.se", word).to().key()).isEqualTo(key);
    }

    @Test
    void yesIsNoStatusElsewhereAndAnUnknownWordIsNeverGuessed() {
        assertThat(refusal(read("E-mail;Status", "", "a@b.se", "Yes")))
                .isEqualTo(new Refusal(Reason.STATUS_UNKNOWN, "Yes"));
        assertThat(refusal(read("E-mail;Status", "", "a@b.se", "Anmäld")))
                .isEqualTo(new Refusal(Reason.STATUS_UNKNOWN, "Anmäld"));
        assertThat(refusal(read("E-mail;Status", "", "a@b.se", ""))).isEqualTo(Refusal.of(Reason.STATUS_MISSING));
    }

    @Test
    void rejectedNeedsAReasonOfItsOwnOrOneForAllRows() {
        var row = new CsvRow(2, List.of("a@b.se", "", "Rejected"));
        var headings = List.of("E-mail", "Status reason", "Status");

        assertThat(refusal(reader(headings, "", "").read(row))).isEqualTo(Refusal.of(Reason.REASON_REQUIRED));
        assertThat(((Entry) reader(headings, "", "Competitor").read(row)).reason())
                .isEqualTo("Competitor");
        assertThat(((Entry) reader(headings, "", "Competitor")
                                .read(new CsvRow(2, List.of("a@b.se", "Student", "Rejected"))))
                        .reason())
                .isEqualTo("Student");
    }

    @Test
    void whatClocksMayDifferByIsNow() {
        assertThat(entry("E-mail;Status since", "INVITED", "a@b.se", "2026-03-02T20:00:00Z")
                        .since())
                .isEqualTo(NOW);
        assertThat(entry("E-mail;Status since", "INVITED", "a@b.se", "--").since())
                .isNull();
    }

    @Test
    void questionsThatComeTwiceAreNumbered() {
        assertThat(entry("E-mail;Diet;diet;Diet", "INVITED", "a@b.se", "none", "fish", "'=1")
                        .answers())
                .containsExactly(Map.entry("Diet", "none"), Map.entry("diet (2)", "fish"), Map.entry("Diet (3)", "=1"));
        assertThat(Questions.of(List.of("x".repeat(300), "x".repeat(300))))
                .allSatisfy(question -> assertThat(question).hasSize(200))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Ada Lovelace          | Ada        | Lovelace
        Anna Maria Svensson   | Anna Maria | Svensson
        Carl von Linné        | Carl       | von Linné
        Ludwig van der Rohe   | Ludwig     | van der Rohe
        Lovelace, Ada         | Ada        | Lovelace
        Cher                  | Cher       | ''
        von Linné             | von        | Linné
        ''                    | ''         | ''
        """)
    void aFullNameIsTakenApart(String name, String first, String last) {
        assertThat(PersonName.of(name)).isEqualTo(new PersonName(first, last));
        assertThat(entry("E-mail;Name", "INVITED", "a@b.se", name).details().lastName())
                .isEqualTo(last);
    }

    private static Refusal refusal(Read read) {
        return ((Refused) read).refusal();
    }
}
