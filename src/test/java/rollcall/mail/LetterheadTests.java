package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.mail.Rendering.Outcome;
import rollcall.mail.Rendering.Outcome.Said;
import rollcall.mail.Rendering.Outcome.Unsayable;
import rollcall.member.MembersFixture;
import rollcall.member.Newcomer;
import rollcall.member.OfferLinks;
import rollcall.member.Seating;
import rollcall.member.StatusChanges;
import rollcall.member.StatusLinks;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.program.ZoneRules;
import rollcall.web.PublicUrl;

abstract class LetterheadTests {

    /** The morning on which the clocks go forward in Europe, and have been forward for weeks in America. */
    private static final Instant START = Instant.parse("2027-03-28T08:00:00Z");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    @Autowired
    private Letterhead letterhead;

    @Autowired
    private Templates templates;

    @Autowired
    private TemplateChanges changes;

    @Autowired
    private Programs programs;

    @Autowired
    private People people;

    @Autowired
    private StatusChanges statuses;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private PublicUrl publicUrl;

    @Autowired
    private StatusLinks statusLinks;

    @Autowired
    private OfferLinks offerLinks;

    @Autowired
    private Seating seating;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MailFixture mail;

    Program program;

    @BeforeEach
    void begin() {
        program = program("Asia/Kolkata");
    }

    private Program program(String zone) {
        var plan = new ProgramPlan(
                "Spring launch",
                "What is new",
                START,
                START.plus(Duration.ofHours(1)),
                ZoneId.of(zone),
                null,
                false,
                false,
                false,
                null);
        return programs.create(Actor.SYSTEM, plan);
    }

    private long member(StatusCode status, String first, String language, String zone) {
        var email = UUID.randomUUID() + "@example.org";
        var details = new PersonDetails(email, first, "Lovelace", "", "", "", "", language, zone);
        var person = people.bring(List.of(details), Known.LEAVE).getFirst();
        return statuses.join(fixture.ask(program, status), List.of(Newcomer.of(person)))
                .outcomes()
                .getFirst()
                .memberId();
    }

    private Outcome write(long template, long member) {
        var version = templates.find(template).orElseThrow().version();
        var letter = new LetterText(
                1, program.key(), member, null, null, template, version, null, null, Purpose.OPERATIONAL);
        return letterhead.of(List.of(letter)).get(1L);
    }

    private Rendered read(long template, long member) {
        return ((Said) write(template, member)).letter();
    }

    private long template(String subject, String html, String text) {
        var said = new TemplateText(Languages.ENGLISH, subject, html, text);
        var plan = new TemplatePlan("Mine", Purpose.OPERATIONAL, false, Languages.ENGLISH, List.of(said));
        return changes.create(program.key(), plan, Actor.SYSTEM);
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void everyDefaultCanBeSaidInBothLanguages(Recipe recipe) {
        var template = templates.recipe(program.key(), recipe.name()).orElseThrow();
        assertThat(templates.problems(template.id())).isEmpty();
        for (var language : List.of("en", "sv")) {
            var letter = read(template.id(), recipient(recipe, language));
            assertThat(letter.subject()).isNotBlank().doesNotContain("{{");
            var page = Jsoup.parse(letter.html());
            assertThat(page.text()).contains("Ada", "Spring launch").doesNotContain("{{");
            assertThat(page.select("style, script, link"))
                    .allMatch(one -> one.normalName().equals("style"));
            assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.startsWith(publicUrl.link("/")));
            assertThat(letter.text()).contains("Ada").doesNotContain("<p", "{{");
            assertThat(letter.html().contains("/u/"))
                    .as("a link to unsubscribe")
                    .isEqualTo(template.purpose() == Purpose.MARKETING);
        }
    }

    /** Somebody to whom everything can be said. */
    private long recipient(Recipe recipe, String language) {
        if (recipe != Recipe.SEAT_OFFERED) {
            return member(StatusCode.REGISTERED, "Ada", language, "");
        }
        var member = member(StatusCode.WAITLISTED, "Ada", language, "");
        transaction.executeWithoutResult(
                status -> seating.offer(program.key(), List.of(member), Instant.parse("2031-05-01T12:00:00Z")));
        return member;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | ''               | Sunday 28 March 2027, 13:30
        en | Europe/Stockholm | Sunday 28 March 2027, 10:00
        en | America/New_York | Sunday 28 March 2027, 04:00
        sv | Europe/Stockholm | söndag 28 mars 2027 10:00
        en | no/where         | Sunday 28 March 2027, 13:30
        """)
    void timesAreTheRecipientsOwn(String language, String zone, String expected) {
        var said = List.of(
                new TemplateText("en", "x", "<p>{{program.startsAt}}</p>", ""),
                new TemplateText("sv", "x", "<p>{{program.startsAt}}</p>", ""));
        var id = changes.create(
                program.key(), new TemplatePlan("Times", Purpose.OPERATIONAL, false, "en", said), Actor.SYSTEM);
        var text = read(id, member(StatusCode.INVITED, "Ada", language, zone)).text();
        assertThat(text.replace(",", "")).containsIgnoringCase(expected.replace(",", ""));
    }

    @Test
    void whatAMemberTypedIsTextAndNothingElse() {
        var id = template(
                "Hello {{person.firstName}}",
                "<p title=\"x\">{{person.firstName}} <a href=\"{{member.webinarUrl}}\">in</a></p>",
                "{{person.firstName}}");
        var name = "<b>{{person.email}}</b>\"'&";
        var letter = read(id, member(StatusCode.REGISTERED, name, "en", ""));
        assertThat(letter.subject()).isEqualTo("Hello " + name);
        assertThat(letter.text()).startsWith(name);
        var page = Jsoup.parse(letter.html());
        assertThat(page.text()).contains(name);
        assertThat(page.select("b")).isEmpty();
    }

    @Test
    void aNameIsNotReadAgain() {
        var id = template("{{person.firstName}}", "<p>{{person.firstName}}</p>", "{{person.firstName}}");
        var letter = read(id, member(StatusCode.INVITED, "{{person.email}}", "en", ""));
        assertThat(letter.subject()).isEqualTo("{{person.email}}");
        assertThat(letter.text()).startsWith("{{person.email}}");
        assertThat(Jsoup.parse(letter.html()).select("td.text").text()).isEqualTo("{{person.email}}");
    }

    @Test
    void aReasonOverSeveralLinesStaysInItsPlace() {
        var id = template("About: {{member.statusReason}}", "<p>{{member.statusReason}}</p>", "");
        var member = member(StatusCode.REGISTERED, "Ada", "en", "");
        jdbc.sql("update member set status_reason = :reason where id = :id")
                .param("reason", "Full\r\nBcc: eve@example.org\n<script>alert(1)</script>")
                .param("id", member)
                .update();
        var letter = read(id, member);
        assertThat(letter.subject().lines()).hasSize(1);
        assertThat(letter.subject()).startsWith("About: Full  Bcc: eve@example.org <script>");
        var said = Jsoup.parse(letter.html()).expectFirst("td.text p");
        assertThat(said.select("br")).hasSize(2);
        assertThat(said.select("*").not("p, br")).isEmpty();
    }

    @Test
    void whatStandsInAnAddressIsPartOfIt() {
        var id = template("x", "<p><a href=\"https://example.org/?who={{person.firstName}}\">in</a></p>", "");
        var letter = read(id, member(StatusCode.INVITED, "a&b=\"c d", "en", ""));
        assertThat(Jsoup.parse(letter.html()).select("td.text a").attr("href"))
                .isEqualTo("https://example.org/?who=a%26b%3D%22c%20d");
    }

    /** Whoever has no way in gets none of those that lead there; everything else can be said to everybody. */
    @ParameterizedTest
    @EnumSource(Recipe.class)
    void aDefaultIsSaidToAMemberInEachStatusUnlessItLeadsIn(Recipe recipe) {
        var leadsIn =
                EnumSet.of(Recipe.CONFIRMATION, Recipe.REMINDER_DAY, Recipe.REMINDER_HOUR, Recipe.FOLLOW_UP_NO_SHOW);
        var template =
                templates.recipe(program.key(), recipe.name()).orElseThrow().id();
        for (var status : EnumSet.complementOf(EnumSet.of(StatusCode.NOT_IN_PROGRAM))) {
            for (var language : List.of("en", "sv")) {
                var outcome = write(template, member(status, "", language, ""));
                var unsaid =
                        recipe == Recipe.SEAT_OFFERED || leadsIn.contains(recipe) && status != StatusCode.REGISTERED;
                assertThat(outcome).as(status + " " + language).isInstanceOf(unsaid ? Unsayable.class : Said.class);
            }
        }
    }

    @Test
    void theStatusIsNamedInTheLettersLanguage() {
        var said = List.of(
                new TemplateText("en", "{{member.status}}", "<p>x</p>", ""),
                new TemplateText("sv", "{{member.status}}", "<p>x</p>", ""));
        var id = changes.create(
                program.key(), new TemplatePlan("Status", Purpose.OPERATIONAL, false, "en", said), Actor.SYSTEM);
        assertThat(read(id, member(StatusCode.WAITLISTED, "Ada", "sv-SE", "")).subject())
                .isEqualTo("Väntelista");
        assertThat(read(id, member(StatusCode.WAITLISTED, "Ada", "fr", "")).subject())
                .isEqualTo("Waitlisted");
    }

    @Test
    void plainTextIsMadeOfHtml() {
        var id = template(
                "x",
                "<h1>Hello</h1><p>See <a class=\"button big\" href=\"{{member.webinarUrl}}\">the  webinar</a>:</p>"
                        + "<ul><li>One</li><li>Two<br>lines</li></ul><ol><li>First</li><li>Second</li></ol>",
                "");
        var letter = read(id, member(StatusCode.REGISTERED, "Ada", "en", ""));
        assertThat(letter.text().replaceAll("/go/[^>]+", "/go/…"))
                .startsWith("Hello\n\nSee the webinar <%s>:\n\n- One\n- Two\nlines\n\n1. First\n2. Second\n\n-- \n"
                        .formatted(publicUrl.link("/go/…")));
        assertThat(Jsoup.parse(letter.html()).select("a.button").attr("class")).isEqualTo("button");
    }

    @Test
    void aLinkThatLeadsNowhereIsNotSent() {
        var id = template("Come in", "<p><a href=\"{{member.webinarUrl}}\">in</a></p>", "");
        var invited = write(id, member(StatusCode.INVITED, "Ada", "en", ""));
        assertThat(invited).isEqualTo(new Unsayable("mail.unsayable.empty", List.of("{{member.webinarUrl}}")));
        assertThat(read(id, member(StatusCode.REGISTERED, "Ada", "en", "")).html())
                .contains(publicUrl.link("/go/"));
    }

    @Test
    void theLinksLeadTheRecipientAndNobodyElse() {
        var id = template("Links", "<p>{{link.register}} {{link.status}} {{link.cancel}}</p>", "");
        var member = member(StatusCode.WAITLISTED, "Ada", "en", "");
        var own = publicUrl.link(statusLinks.of(member));
        assertThat(read(id, member).text()).startsWith("%1$s %1$s %1$s/cancel".formatted(own));
    }

    @Test
    void anOfferIsLinkedToOnlyWhileItHolds() {
        var id = template("An offer", "<p>{{link.offer}}</p>", "");
        var member = member(StatusCode.WAITLISTED, "Ada", "en", "");
        assertThat(write(id, member)).isEqualTo(new Unsayable("mail.unsayable.empty", List.of("{{link.offer}}")));

        var until = Instant.parse("2031-05-01T12:00:00Z");
        transaction.executeWithoutResult(status -> seating.offer(program.key(), List.of(member), until));
        assertThat(read(id, member).text()).startsWith(publicUrl.link(offerLinks.of(member, until)));
        assertThat(offerLinks.holder(offerLinks.of(member).substring("/o/".length())))
                .hasValueSatisfying(holder -> {
                    assertThat(holder.memberId()).isEqualTo(member);
                    assertThat(holder.until()).isEqualTo(until);
                });
        assertThat(offerLinks.holder(statusLinks.of(member).substring("/s/".length())))
                .isEmpty();
    }

    @Test
    void aBarSaysWhatIsSaidInstead() {
        var id = template("Hello {{person.firstName | friend}}", "<p>{{person.company | your company}}</p>", "");
        var letter = read(id, member(StatusCode.INVITED, "", "en", ""));
        assertThat(letter.subject()).isEqualTo("Hello friend");
        assertThat(letter.text()).contains("your company");
    }

    @Test
    void aLetterSaysWhatItsVersionSaid() {
        var id = template("First", "<p>First</p>", "");
        var member = member(StatusCode.INVITED, "Ada", "en", "");
        var older = templates.find(id).orElseThrow();
        changes.store(
                older,
                older.version(),
                new TemplatePlan(
                        "Mine",
                        Purpose.OPERATIONAL,
                        false,
                        "en",
                        List.of(new TemplateText("en", "Second", "<p>Second</p>", ""))),
                Actor.SYSTEM);
        var letter = new LetterText(
                1, program.key(), member, null, null, id, older.version(), null, null, Purpose.OPERATIONAL);
        assertThat(((Said) letterhead.of(List.of(letter)).get(1L)).letter().subject())
                .isEqualTo("First");
        assertThat(read(id, member).subject()).isEqualTo("Second");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, TZID=Europe/Stockholm:20270328T100000",
        "America/New_York, TZID=America/New_York:20270328T040000",
        "Asia/Kolkata,     TZID=Asia/Kolkata:20270328T133000"
    })
    void theEventForTheCalendarIsInItsZone(String zone, String start) throws Exception {
        program = program(zone);
        var id = templates.recipe(program.key(), "CONFIRMATION").orElseThrow().id();
        var letter = read(id, member(StatusCode.REGISTERED, "Ada", "en", ""));
        assertThat(letter.method()).isEqualTo("PUBLISH");
        var unfolded = letter.calendar().replace("\r\n ", "");
        assertThat(unfolded).contains("DTSTART;" + start, "METHOD:PUBLISH", "/go/", "SUMMARY:Spring launch");
        assertThat(letter.calendar().lines()).allMatch(line -> line.length() <= 75);

        var read = new CalendarBuilder().build(new StringReader(letter.calendar()));
        assertThat(read.validate().getEntries()).as("RFC 5545").isEmpty();

        var local = LocalDateTime.parse(start.replaceAll("^.*:", ""), LOCAL);
        assertThat(local.toInstant(offsetAt(unfolded, local))).isEqualTo(START);
    }

    /** As RFC 5545 reads a zone: what the latest observance says that began before. */
    private static ZoneOffset offsetAt(String calendar, LocalDateTime local) {
        var said = Pattern.compile(
                        "BEGIN:(?:DAYLIGHT|STANDARD)\\s+DTSTART:(\\S+)\\s+TZOFFSETFROM:\\S+\\s+TZOFFSETTO:(\\S+)")
                .matcher(calendar);
        return said.results()
                .filter(one -> !LocalDateTime.parse(one.group(1), LOCAL).isAfter(local))
                .max(Comparator.comparing(one -> one.group(1)))
                .map(one -> ZoneOffset.of(one.group(2)))
                .orElseThrow();
    }

    @Test
    void whoeverLeavesIsToldThatTheEventIsOff() {
        var id = changes.create(
                program.key(),
                new TemplatePlan(
                        "Off",
                        Purpose.OPERATIONAL,
                        true,
                        "en",
                        List.of(new TemplateText("en", "Off", "<p>Off</p>", ""))),
                Actor.SYSTEM);
        var member = member(StatusCode.REGISTERED, "Ada", "en", "");
        var before = read(id, member).calendar();
        statuses.change(fixture.ask(program, StatusCode.NOT_IN_PROGRAM), member);
        var after = read(id, member);
        assertThat(after.method()).isEqualTo("CANCEL");
        assertThat(property(after.calendar(), "UID")).isEqualTo(property(before, "UID"));
        assertThat(Integer.parseInt(property(after.calendar(), "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(property(before, "SEQUENCE")));
    }

    private MvcTestResult calendar(String token) {
        return mvc.get().uri("/calendar/" + token + ".ics").exchange();
    }

    @Test
    void theLinkToTheEventOpensForWhoeverHasItAndKnowsNoSession() {
        var member = member(StatusCode.REGISTERED, "Ada", "en", "");
        var first = mail.calendar(member);
        var answer = calendar(first);
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/calendar;charset=UTF-8;method=PUBLISH");
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(calendar("x" + first)).hasStatus(404);
        assertThat(calendar(first.substring(0, first.length() - 22) + "A".repeat(22)))
                .as("signed by nobody")
                .hasStatus(404);
    }

    @Test
    void anOldLinkSaysThatTheEventIsOffAndNothingToWhoCameBack() {
        var member = member(StatusCode.REGISTERED, "Ada", "en", "");
        var first = mail.calendar(member);
        statuses.change(fixture.ask(program, StatusCode.NOT_IN_PROGRAM), member);
        assertThat(calendar(first))
                .hasStatusOk()
                .bodyText()
                .contains("METHOD:CANCEL")
                .doesNotContain("/go/");
        statuses.change(fixture.ask(program, StatusCode.REGISTERED), member);
        assertThat(calendar(first)).hasStatus(404);
        assertThat(calendar(mail.calendar(member))).hasStatusOk().bodyText().contains("METHOD:PUBLISH");
    }

    /** Whoever reads the zone of the file comes to the instants at which Rollcall itself begins and ends. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, 2027-03-28T00:30:00Z, PT1H",
        "Europe/Stockholm, 2027-10-31T00:30:00Z, PT2H",
        "America/New_York, 2026-11-01T05:30:00Z, PT1H",
        "America/New_York, 2026-03-08T06:30:00Z, PT3H",
        "Asia/Kolkata,     2026-11-01T05:30:00Z, PT1H",
        "Australia/Lord_Howe, 2027-04-03T14:00:00Z, PT2H",
        "Africa/Casablanca, 2027-02-07T01:30:00Z, PT2H",
        "UTC,              2026-11-01T05:30:00Z, PT1H"
    })
    void aZonesRulesMeanTheSameInstants(String zone, Instant start, Duration length) {
        var id = ZoneId.of(zone);
        var rules = ZoneRules.around(id, start, start.plus(length)).toString().replace("\r\n ", "");
        for (var at : List.of(start, start.plus(length))) {
            var local = at.atZone(id).toLocalDateTime();
            if (id.getRules().getValidOffsets(local).size() == 1) {
                assertThat(local.toInstant(offsetAt(rules, local))).isEqualTo(at);
            }
        }
        assertThat(rules).contains("TZID:" + zone);
    }

    private static String property(String calendar, String name) {
        return calendar.lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }
}
