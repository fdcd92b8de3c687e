package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.account.Rights;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** The names of each test's programs hold a word of their own, by which it finds them among those of others. */
abstract class ProgramsPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Programs programs;

    @Autowired
    MembersFixture fixture;

    @Autowired
    TestClock clock;

    String word;

    @BeforeEach
    void begin() {
        word = UUID.randomUUID().toString().substring(0, 8);
    }

    Program program(String name, Duration fromNow) {
        return programs.create(Actor.SYSTEM, plan(name, fromNow));
    }

    ProgramPlan plan(String name, Duration fromNow) {
        var start = TestClock.START.plus(fromNow);
        var plan = Plans.limited(name + " " + word, 20);
        return new ProgramPlan(
                plan.name(),
                plan.description(),
                start,
                start.plus(Duration.ofHours(1)),
                plan.zone(),
                plan.capacity(),
                false,
                false,
                false,
                null);
    }

    Document get(RequestPostProcessor who, String uri) {
        var result = mvc.get().uri(URI.create(uri)).with(who).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(text(result));
    }

    static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<String> names(Document page) {
        return page.select("table.programs tbody th a").eachText().stream()
                .map(name -> name.replace(" " + word, ""))
                .toList();
    }

    void fill() {
        program("Last week", Duration.ofDays(-7));
        program("Next month", Duration.ofDays(30));
        program("Last year", Duration.ofDays(-365));
        program("Tomorrow", Duration.ofDays(1));
        program("Right now", Duration.ofMinutes(-30));
        programs.archive(Actor.SYSTEM, program("Put away", Duration.ofDays(2)).key());
    }

    @Test
    void theNextEventStandsFirstAndPastOnesAfterThoseToCome() {
        fill();
        assertThat(names(get(SignedIn.viewer(), "/programs?q=" + word)))
                .containsExactly("Right now", "Tomorrow", "Next month", "Last week", "Last year");
    }

    @ParameterizedTest
    @CsvSource({
        "upcoming, 'Right now,Tomorrow,Next month'",
        "past,     'Last week,Last year'",
        "archived, 'Put away'",
        "nonsense, 'Right now,Tomorrow,Next month,Last week,Last year'",
    })
    void aPartOfTheListIsInTheAddress(String show, String names) {
        fill();
        assertThat(names(get(SignedIn.viewer(), "/programs?show=" + show + "&q=" + word)))
                .containsExactly(names.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"okonomie et ecole", "ÖKONOMIE ET ÉCOLE", "o\u0308konomie et e\u0301cole", "konomie  et   école"
            })
    void theSearchMindsNeitherAccentsNorSpaces(String typed) {
        program("Ökonomie et École", Duration.ofDays(1));
        program("Ekonomi", Duration.ofDays(2));
        var q = URLEncoder.encode(typed + " " + word, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(names(get(SignedIn.viewer(), "/programs?q=" + q))).containsExactly("Ökonomie et École");
    }

    @Test
    void aProgramThatWasRenamedIsFoundUnderItsNewNameOnly() {
        var program = program("Före", Duration.ofDays(1));
        programs.edit(Actor.SYSTEM, program.key(), program.version(), plan("Därefter", Duration.ofDays(1)));
        assertThat(names(get(SignedIn.viewer(), "/programs?q=darefter%20" + word)))
                .containsExactly("Därefter");
        assertThat(names(get(SignedIn.viewer(), "/programs?q=fore%20" + word))).isEmpty();
    }

    @Test
    void theSearchFindsPartsOfNamesWhateverTheirCase() {
        fill();
        program("100% sure", Duration.ofDays(3));
        assertThat(names(get(SignedIn.viewer(), "/programs?q=LAST%20y"))).contains("Last year");
        assertThat(names(get(SignedIn.viewer(), "/programs?q=%25%20sure%20" + word)))
                .containsExactly("100% sure");
        assertThat(names(get(SignedIn.viewer(), "/programs?q=%25%25%20" + word)))
                .isEmpty();
    }

    @Test
    void pagesGoForwardAndBackAcrossTodayAndShowEachProgramOnce() {
        for (int i = 0; i < 60; i++) {
            program("To come " + i, Duration.ofDays(1 + i / 2)); // two at the same instant each
            program("Over " + i, Duration.ofDays(-2 - i / 2));
        }
        var forward = new ArrayList<String>();
        var address = "/programs?q=" + word;
        var last = address;
        while (!address.isEmpty()) {
            last = address;
            var page = get(SignedIn.viewer(), address);
            forward.addAll(names(page));
            address = page.select("#pager-next").attr("href");
        }
        assertThat(forward).hasSize(120).doesNotHaveDuplicates();
        assertThat(forward.subList(0, 60)).allMatch(name -> name.startsWith("To come"));

        var back = new ArrayList<String>();
        address = last;
        while (!address.isEmpty()) {
            var page = get(SignedIn.viewer(), address);
            back.addAll(0, names(page));
            address = page.select("#pager-previous").attr("href");
        }
        assertThat(back).isEqualTo(forward);
    }

    @Test
    void aRowTellsOfMembersSeatsAndWhatNeedsSomebody() {
        var program = program("Tomorrow", Duration.ofDays(1));
        fixture.members(program, 3, StatusCode.REGISTERED);
        fixture.members(program, 2, StatusCode.PENDING_APPROVAL);
        fixture.members(program, 1, StatusCode.REGISTRATION_ERROR);
        var row = get(SignedIn.viewer(), "/programs?q=" + word).select("tr[data-program-id=" + program.key() + "]");

        assertThat(row.select("time").attr("datetime"))
                .isEqualTo(program.startsAt().toString());
        assertThat(row.select(".programs-when").text()).isEqualTo("3 Mar 2026, 10:00 CET Upcoming");
        assertThat(row.select(".programs-seats").text()).isEqualTo("4 of 20 16 free");
        assertThat(row.select(".need").eachText()).containsExactly("2 to approve", "1 registration error");
        assertThat(row.select("svg.stack").attr("aria-label"))
                .isEqualTo("6 members: 2 Pending Approval, 3 Registered, 1 Registration Error");
        assertThat(row.select("svg.stack rect[data-status]").eachAttr("data-status"))
                .containsExactly("PENDING_APPROVAL", "REGISTERED", "REGISTRATION_ERROR");
    }

    @Test
    void moreRowsNeedNoMoreQueries() {
        var who = SignedIn.viewer();
        var list = "/programs?q=" + word;
        fixture.members(program("One", Duration.ofDays(1)), 2, StatusCode.REGISTERED);
        get(who, list);
        var one = Queries.of(() -> get(who, list));
        fixture.members(program("Two", Duration.ofDays(2)), 2, StatusCode.INVITED);
        fixture.members(program("Three", Duration.ofDays(-3)), 1, StatusCode.WAITLISTED);
        var three = Queries.of(() -> get(who, list));
        assertThat(three).hasSameSizeAs(one).isNotEmpty();
    }

    @Test
    void nobodySeesProgramsThatAreNotTheirs() {
        var mine = program("Mine", Duration.ofDays(1));
        program("Theirs", Duration.ofDays(2));
        var page = get(SignedIn.viewerOf(mine.key()), "/programs");
        assertThat(names(page)).containsExactly("Mine");
        assertThat(page.select("a[href=/programs/new]")).isEmpty();
    }

    @Test
    void emptyListsSayWhyTheyAreEmpty() {
        var nothing = get(SignedIn.manager(), "/programs?q=" + word);
        assertThat(nothing.select(".empty-state h2").text()).isEqualTo("No program matches");
        assertThat(nothing.select(".empty-actions a").attr("href")).isEqualTo("/programs");

        var lonely = get(SignedIn.with(Rights.NONE), "/programs");
        assertThat(lonely.select(".empty-state p").text()).contains("Ask an administrator");
        assertThat(lonely.select(".empty-actions a")).isEmpty();
    }

    @Test
    void theFrontPageLeadsToTheList() {
        assertThat(mvc.get().uri("/").with(SignedIn.viewer())).hasStatus(303).hasRedirectedUrl("/programs");
    }

    @Test
    void theSummaryShowsTheFunnelAndEachStatusLeadsToItsMembers() {
        var program = program("Tomorrow", Duration.ofDays(1));
        fixture.members(program, 3, StatusCode.INVITED);
        fixture.members(program, 1, StatusCode.ATTENDED);
        var page = get(SignedIn.manager(), "/programs/" + program.key());

        assertThat(page.title()).isEqualTo("Tomorrow " + word + " – Programs – Rollcall");
        assertThat(page.select(".funnel tbody tr").eachText())
                .containsExactly(
                        "Invited 3 75 %",
                        "Pending Approval 0 0 %",
                        "Rejected 0 0 %",
                        "Waitlisted 0 0 %",
                        "Registered 0 0 %",
                        "Registration Error 0 0 %",
                        "No Show 0 0 %",
                        "Attended On-demand 0 0 %",
                        "Attended 1 25 %");
        assertThat(page.select(".funnel tr[data-status=ATTENDED] a").attr("href"))
                .isEqualTo("/programs/" + program.key() + "/members?status=ATTENDED");
        assertThat(page.select(".page-actions .menu-item").eachText())
                .containsExactly(
                        "Import members",
                        "Add people",
                        "Export members",
                        "Attendance from a file This program has no webinar provider to ask.",
                        "Edit settings",
                        "Clone",
                        "Archive");
    }

    @Test
    void aViewerIsOfferedOnlyWhatAViewerMayDo() {
        var program = program("Tomorrow", Duration.ofDays(1));
        var page = get(SignedIn.viewerOf(program.key()), "/programs/" + program.key());
        assertThat(page.select(".page-actions .menu-item").eachText()).containsExactly("Export members");
        assertThat(page.select(".tabs a").eachText()).containsExactly("Summary", "Members", "Campaigns", "Waitlist");
    }

    @ParameterizedTest
    @CsvSource({"/programs/999999999", "/programs/abc", "/programs/99999999999999999999"})
    void aProgramThatIsNotThereIsNotFound(String address) {
        assertThat(mvc.get().uri(address).with(SignedIn.administrator())).hasStatus(404);
    }
}
