package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.names;
import static rollcall.member.Desk.page;
import static rollcall.member.Desk.part;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REJECTED;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class MemberListPagesTests {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private TestClock clock;

    private Program program;
    private String list;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        list = "/programs/" + program.id() + "/members";
    }

    /** Each a day after the one before. */
    private void fill() {
        desk.member(program, "Ada", "Lovelace", INVITED);
        clock.advance(Duration.ofDays(1));
        desk.member(program, "Grace", "Hopper", REGISTERED);
        clock.advance(Duration.ofDays(1));
        desk.member(program, "Åsa", "Öberg", ATTENDED);
        clock.advance(Duration.ofDays(1));
        desk.member(program, "Linus", "Berg", REJECTED);
        clock.advance(Duration.ofDays(1));
        var gone = desk.member(program, "Maryam", "Noor", INVITED);
        desk.member(program, "Maryam", "Noor", NOT_IN_PROGRAM);
        assertThat(fixture.statusOf(gone)).isEqualTo("NOT_IN_PROGRAM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                 | Linus Berg, Grace Hopper, Ada Lovelace, Åsa Öberg
        ?sort=email                        | Ada Lovelace, Grace Hopper, Linus Berg, Åsa Öberg
        ?sort=-name                        | Åsa Öberg, Ada Lovelace, Grace Hopper, Linus Berg
        ?sort=-email                       | Åsa Öberg, Linus Berg, Grace Hopper, Ada Lovelace
        ?sort=-joined                      | Ada Lovelace, Grace Hopper, Åsa Öberg, Linus Berg
        ?sort=-changed                     | Ada Lovelace, Grace Hopper, Åsa Öberg, Linus Berg
        ?sort=joined                       | Linus Berg, Åsa Öberg, Grace Hopper, Ada Lovelace
        ?sort=changed                      | Linus Berg, Åsa Öberg, Grace Hopper, Ada Lovelace
        ?status=INVITED&status=ATTENDED    | Ada Lovelace, Åsa Öberg
        ?status=NOT_IN_PROGRAM             | Maryam Noor
        ?q=oberg                           | Åsa Öberg
        ?q=GRACE                           | Grace Hopper
        ?q=acme&status=REJECTED            | Linus Berg
        ?reason=AS%20ask&status=REGISTERED   | Grace Hopper
        ?success=yes                       | Åsa Öberg
        ?success=no&sort=email             | Ada Lovelace, Grace Hopper, Linus Berg
        ?from=2026-03-03&to=2026-03-04     | Grace Hopper, Åsa Öberg
        ?after=made-up&nobody=knows        | Linus Berg, Grace Hopper, Ada Lovelace, Åsa Öberg
        """)
    void showsWhomTheAddressAsksForInItsOrder(String query, String expected) {
        fill();
        var answer = desk.get(SignedIn.viewer(), list + query);
        assertThat(answer).hasStatusOk();
        assertThat(names(page(answer))).isEqualTo(List.of(expected.split(", ")));
        assertThat(names(part(desk.getPart(SignedIn.viewer(), list + query))))
                .as("the part alone")
                .isEqualTo(List.of(expected.split(", ")));
    }

    @Test
    void aRowSaysWhoAndHowFar() {
        var ada = desk.member(program, "Ada", "Lovelace", INVITED);
        var row = page(desk.get(SignedIn.manager(), list)).expectFirst("#member-" + ada);
        assertThat(row.attr("data-member-id")).isEqualTo(Long.toString(ada));
        assertThat(row.attr("data-status")).isEqualTo("INVITED");
        assertThat(row.select("> th, > td").eachText())
                .containsExactly(
                        "Ada Lovelace",
                        "ada.lovelace." + program.id() + "@example.org",
                        "Acme",
                        "Invited",
                        "as asked",
                        "2 Mar 2026",
                        "2 Mar 2026 10:00 CET",
                        "Change Ada Lovelace");
        assertThat(row.expectFirst("input[name=memberId]").attr("aria-label")).isEqualTo("Tick Ada Lovelace");
    }

    @Test
    void theTableTellsWhatItIsAndHowItIsSorted() {
        fill();
        var page = page(desk.get(SignedIn.viewer(), list + "?sort=changed&status=INVITED&status=ATTENDED"));
        assertThat(page.select(".members caption").text()).isEqualTo("Members of Spring launch");
        assertThat(page.select(".members thead th[scope=col]").eachText())
                .containsExactly(
                        "Name", "E-mail", "Company", "Status", "Status reason", "Membership date", "Last change");
        assertThat(page.select("[aria-sort]").eachText()).containsExactly("Last change");
        assertThat(page.expectFirst("[aria-sort]").attr("aria-sort")).isEqualTo("descending");
        assertThat(page.expectFirst("#sort-email").attr("href"))
                .isEqualTo(list + "?status=INVITED&status=ATTENDED&sort=email");
        var again = page.expectFirst("#sort-changed").attr("href");
        assertThat(again).isEqualTo(list + "?status=INVITED&status=ATTENDED&sort=-changed");
        var reversed = page(desk.get(SignedIn.viewer(), again));
        assertThat(reversed.expectFirst("[aria-sort]").attr("aria-sort")).isEqualTo("ascending");
        assertThat(reversed.expectFirst("#sort-changed").attr("href"))
                .isEqualTo(list + "?status=INVITED&status=ATTENDED&sort=changed");
        assertThat(page.select("input[name=status][checked]").eachAttr("value")).containsExactly("INVITED", "ATTENDED");
        assertThat(page.select("#count").text()).isEqualTo("2 members match");
    }

    @Test
    void onPaperTheListSaysWhenItWasTrue() {
        fill();
        var line = page(desk.get(SignedIn.viewer(), list)).expectFirst("#as-of.print-only");
        assertThat(line.text()).matches("As of \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d CES?T \\(Europe/Stockholm\\)");
    }

    @Test
    void countsEachStatusInTheWholeProgram() {
        fill();
        var page = page(desk.get(SignedIn.viewer(), list + "?q=nobody"));
        assertThat(page.select("#filter > .picks .pick").eachText())
                .containsExactly(
                        "Not in Program 1",
                        "Invited 1",
                        "Pending Approval 0",
                        "Rejected 1",
                        "Waitlisted 0",
                        "Registered 1",
                        "Registration Error 0",
                        "No Show 0",
                        "Attended On-demand 0",
                        "Attended 1");
    }

    @Test
    void pagesOfFiftyLeadForwardAndBack() {
        for (int i = 0; i < 55; i++) {
            desk.member(program, "P" + (100 + i), "X", INVITED);
        }
        var all = IntStream.range(0, 55).mapToObj(i -> "P" + (100 + i) + " X").toList();

        var first = page(desk.get(SignedIn.viewer(), list));
        assertThat(names(first)).isEqualTo(all.subList(0, 50));
        assertThat(first.select("a[rel=prev]")).isEmpty();
        assertThat(first.select("#count").text()).isEqualTo("55 members");

        var second = page(
                desk.get(SignedIn.viewer(), first.expectFirst("a[rel=next]").attr("href")));
        assertThat(names(second)).isEqualTo(all.subList(50, 55));
        assertThat(second.select("a[rel=next]")).isEmpty();

        var back = page(
                desk.get(SignedIn.viewer(), second.expectFirst("a[rel=prev]").attr("href")));
        assertThat(names(back)).isEqualTo(all.subList(0, 50));
    }

    @Test
    void thePartTellsTheBrowserItsAddress() {
        fill();
        assertThat(desk.getPart(SignedIn.viewer(), list + "?status=INVITED&q=&reason=&success="))
                .hasHeader("HX-Push-Url", list + "?status=INVITED")
                .headers()
                .hasValue("Vary", "HX-Request");
    }

    @Test
    void moreRowsNeedNoMoreQueries() {
        desk.member(program, "Ada", "Lovelace", PENDING_APPROVAL);
        var who = SignedIn.manager();
        desk.get(who, list);
        var one = Queries.of(() -> desk.get(who, list));
        desk.member(program, "Grace", "Hopper", PENDING_APPROVAL);
        desk.member(program, "Linus", "Berg", REGISTERED);
        var three = Queries.of(() -> desk.get(who, list));
        assertThat(three).hasSameSizeAs(one).isNotEmpty();
    }

    @Test
    void anEmptyListSaysWhyItIsEmpty() {
        var nobody = page(desk.get(SignedIn.manager(), list));
        assertThat(nobody.select(".empty-state h2").text()).isEqualTo("Nobody is in this program yet");
        assertThat(nobody.select(".empty-actions a").eachText()).containsExactly("Add people", "Import a file");
        assertThat(page(desk.get(SignedIn.viewer(), list)).select(".empty-actions a"))
                .isEmpty();

        fill();
        var filtered = page(desk.get(SignedIn.viewer(), list + "?q=zzz&sort=email"));
        assertThat(filtered.select(".empty-state h2").text()).isEqualTo("Nobody matches these filters");
        assertThat(filtered.select(".empty-actions a").attr("href")).isEqualTo(list + "?sort=email");
    }

    @ParameterizedTest
    @CsvSource({"?sort=step", "?status=NO_SUCH", "?success=perhaps", "?from=today"})
    void refusesAnAddressThatNoPageWrites(String query) {
        assertThat(desk.get(SignedIn.viewer(), list + query)).hasStatus(400);
    }

    @Test
    void onlyWhoMayChangeIsOfferedTo() {
        desk.member(program, "Ada", "Lovelace", PENDING_APPROVAL);
        desk.member(program, "Grace", "Hopper", REGISTERED);
        assertThat(page(desk.get(SignedIn.viewer(), list)).select("tbody button, tbody a.btn, #bulk, thead input"))
                .isEmpty();
        assertThat(page(desk.get(SignedIn.approver(), list))
                        .select("tbody button, tbody a.btn, #bulk")
                        .eachText())
                .containsExactly("Approve Ada Lovelace", "Reject Ada Lovelace");
        assertThat(page(desk.get(SignedIn.manager(), list))
                        .select("tbody button, tbody a.btn")
                        .eachText())
                .containsExactly(
                        "Change Grace Hopper", "Approve Ada Lovelace", "Reject Ada Lovelace", "Change Ada Lovelace");
    }

    /** What is asked a second time, after a correction, is not what was answered the first time. */
    @Test
    void eachTimeTheListIsShownApprovingIsARequestOfItsOwn() {
        var ada = desk.member(program, "Ada", "Lovelace", PENDING_APPROVAL);
        assertThat(approvalOf(ada)).isNotEqualTo(approvalOf(ada)).endsWith("-" + ada);
    }

    private String approvalOf(long member) {
        var row = page(desk.get(SignedIn.approver(), list)).expectFirst("#member-" + member);
        return row.expectFirst("input[name=requestId]").val();
    }

    @Test
    void whoMayNotSeeTheProgramFindsNothing() {
        var other = fixture.program(null);
        assertThat(desk.get(SignedIn.managerOf(other.key()), list)).hasStatus(404);
        assertThat(desk.getPart(SignedIn.managerOf(other.key()), list + "/count"))
                .hasStatus(404);
    }

    @Test
    void theExactCountIsAskedForApart() {
        fill();
        var narrowed = list + "/count?status=INVITED&status=REJECTED";
        assertThat(part(desk.getPart(SignedIn.viewer(), narrowed)).text()).isEqualTo("2 members match");
        assertThat(part(desk.getPart(SignedIn.viewer(), list + "/count")).text())
                .isEqualTo("4 members");
        assertThat(part(desk.getPart(SignedIn.manager(), narrowed))
                        .expectFirst("#bulk-all[hx-swap-oob]")
                        .text())
                .isEqualTo("Change all 2 that match");
    }

    @Test
    void inALargeProgramThePageSaysThatASearchFindsBeginningsFirst() {
        fill();
        assertThat(page(desk.get(SignedIn.viewer(), list)).select("#q-hint")).isEmpty();
        fixture.pretendToBeLarge(program, () -> {
            var large = page(desk.get(SignedIn.viewer(), list + "?q=nobody-has-this"));
            assertThat(large.expectFirst("#q-hint").text()).contains("begin with");
            assertThat(large.select(".empty-state").text()).contains("Type the beginning");
        });
    }
}
