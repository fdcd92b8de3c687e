package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.desk.PeopleDesk.fields;
import static rollcall.desk.PeopleDesk.named;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.member.StatusLinks;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.testing.SignedIn;
import rollcall.transfer.ImportsFixture;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class MergeTests {

    @Autowired
    PeopleDesk desk;

    @Autowired
    MembersFixture fixture;

    @Autowired
    ImportsFixture imports;

    @Autowired
    People people;

    @Autowired
    StatusLinks statusLinks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inspection inspection;

    String word;
    PersonDetails adas;
    PersonDetails olds;
    Program a;
    Program b;
    long ada;
    long old;

    @BeforeEach
    void twoRecordsOfOnePerson() {
        word = PeopleDesk.word();
        a = fixture.program(5);
        b = fixture.program(5);
        adas = named("Ada " + word, "");
        olds = named("Augusta " + word, "Analytical Engines");
        ada = desk.person(adas);
        old = desk.person(olds);
    }

    /** Whatever a merge does, nothing that must never be is in the database. */
    @AfterEach
    void allIsWell() {
        assertThat(Inspected.breaches(inspection)).isEmpty();
    }

    private Map<String, String> compared() {
        return fields(desk.page(SignedIn.manager(), preview()), "form.merge");
    }

    private String preview() {
        return "/people/%d/merges/new?other=%d".formatted(ada, old);
    }

    private MvcTestResult merge(RequestPostProcessor who, Map<String, String> form) {
        return desk.post(who, "/people/%d/merges".formatted(ada), form);
    }

    private void merge() {
        assertThat(merge(SignedIn.manager(), compared())).hasStatus(303).hasRedirectedUrl("/people/" + ada);
    }

    private long memberOf(Program program, long person) {
        return jdbc.sql("select id from member where program_id = :program and person_id = :person")
                .param("program", program.key())
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private List<String> names(Program program, String query) {
        var page = desk.page(SignedIn.viewer(), "/programs/%d/members%s".formatted(program.key(), query));
        return page.select("tr[data-member-id] > th").eachText();
    }

    @Test
    void takesWhatTheOtherRecordHasAndLeavesTheRestAsChosen() {
        desk.join(b, old, REGISTERED);
        var page = desk.page(SignedIn.manager(), preview());
        assertThat(page.select("[data-merge=coming]").eachText())
                .singleElement()
                .asString()
                .contains("Registered");
        var form = compared();
        assertThat(form).containsEntry("take.company", "other").containsEntry("take.firstName", "this");
        form.put("take.email", "other");
        assertThat(merge(SignedIn.manager(), form)).hasStatus(303);

        var now = people.find(ada).orElseThrow();
        assertThat(now.details())
                .isEqualTo(new PersonDetails(olds.email(), "Ada", word, "Analytical Engines", "", "", "", "", ""));
        assertThat(names(b, "")).containsExactly("Ada " + word);
        assertThat(fixture.history(memberOf(b, ada))).containsExactly("-→REGISTERED");
        assertThat(people.find(old)).isEmpty();
    }

    @Test
    void keepsTheMembershipThatIsFurtherAndSetsTheOtherAsideWithItsHistory() {
        var mine = desk.join(a, ada, INVITED);
        var theirs = desk.join(a, old, INVITED);
        desk.join(a, old, REGISTERED);
        var overlap = desk.page(SignedIn.manager(), preview()).select("[data-merge=overlap] .status");
        assertThat(overlap.eachAttr("data-status")).containsExactly("REGISTERED", "INVITED");
        merge();

        assertThat(memberOf(a, ada)).isEqualTo(theirs);
        assertThat(fixture.statusOf(theirs)).isEqualTo("REGISTERED");
        assertThat(fixture.history(theirs)).containsExactly("-→INVITED", "INVITED→REGISTERED");
        assertThat(fixture.history(mine)).containsExactly("-→INVITED", "INVITED→NOT_IN_PROGRAM");
        assertThat(fixture.taken(a)).isEqualTo(1);
        assertThat(names(a, "")).containsExactly("Ada " + word);
        assertThat(names(a, "?status=NOT_IN_PROGRAM")).isEmpty();

        var timeline = desk.page(SignedIn.viewer(), "/programs/%d/members/%d".formatted(a.key(), theirs))
                .select(".timeline li");
        assertThat(timeline.eachAttr("data-status"))
                .containsExactlyInAnyOrder("INVITED", "REGISTERED", "INVITED", "NOT_IN_PROGRAM");
        assertThat(timeline.select(":containsOwn(merged record)")).hasSize(2);
    }

    @Test
    void theLinkOfTheMembershipThatIsSetAsideLeadsToTheOneThatStayed() {
        var aside = desk.join(a, ada, INVITED);
        var stayed = desk.join(a, old, REGISTERED);
        merge();
        assertThat(ownPage(aside)).contains("You are registered");
        assertThat(ownPage(stayed)).contains("You are registered");
        var cancelled = desk.post(SignedIn.viewer(), statusLinks.of(aside) + "/cancel", Map.of());
        assertThat(cancelled).hasStatus(303);
        assertThat(fixture.statusOf(stayed)).isEqualTo("NOT_IN_PROGRAM");
    }

    private String ownPage(long member) {
        return desk.page(SignedIn.viewer(), statusLinks.of(member) + "?lang=en")
                .select("main")
                .text();
    }

    @Test
    void keepsTheOlderOfTwoThatAreAsFarAndFreesTheOthersSeat() {
        var mine = desk.join(a, ada, REGISTERED);
        var theirs = desk.join(a, old, REGISTERED);
        assertThat(fixture.taken(a)).isEqualTo(2);
        merge();
        assertThat(memberOf(a, ada)).isEqualTo(mine);
        assertThat(fixture.taken(a)).isEqualTo(1);
        assertThat(fixture.statusOf(theirs)).isEqualTo("NOT_IN_PROGRAM");
    }

    @Test
    void changesNothingMoreInWhatWasSetAside() {
        desk.join(a, ada, ATTENDED);
        var aside = desk.join(a, old, INVITED);
        merge();
        var path = "/programs/%d/members/%d".formatted(a.key(), aside);
        assertThat(desk.post(SignedIn.manager(), path + "/status-changes", Map.of("status", "REGISTERED")))
                .hasStatus(409);
        assertThat(desk.get(SignedIn.manager(), path + "/details")).hasStatus(404);
        assertThat(fixture.statusOf(aside)).isEqualTo("NOT_IN_PROGRAM");
        assertThat(desk.page(SignedIn.manager(), path).select("#correct")).isEmpty();
        assertThat(desk.page(SignedIn.manager(), path).select("#closed a").attr("href"))
                .startsWith("/people/");
    }

    @Test
    void leadsFromTheOldAddressTheOldNameAndTheOldNumberToThePerson() {
        desk.join(a, ada, INVITED);
        merge();
        assertThat(people.byEmail(olds.email().toUpperCase(java.util.Locale.ROOT))
                        .orElseThrow()
                        .id())
                .isEqualTo(ada);
        assertThat(desk.get(SignedIn.manager(), "/people/" + old))
                .hasStatus(303)
                .hasRedirectedUrl("/people/" + ada);
        var found = desk.page(SignedIn.viewer(), "/people?q=augusta%20" + word);
        assertThat(found.select("table.people th a").eachAttr("href")).containsExactly("/people/" + ada);

        imports.imported(a, "email,status\n%s,Registered\n".formatted(olds.email()));
        assertThat(fixture.statusOf(memberOf(a, ada))).isEqualTo("REGISTERED");
        assertThat(fixture.counted(a)).containsEntry("REGISTERED", 1L).hasSize(1);
    }

    @Test
    void takesOnePersonOnceWhenAFileHasBothAddresses() {
        merge();
        imports.imported(a, "email,status\n%s,Invited\n%s,Registered\n".formatted(olds.email(), adas.email()));
        assertThat(fixture.statusOf(memberOf(a, ada))).isEqualTo("INVITED");
        var both = Map.of(
                "how",
                "paste",
                "status",
                "REGISTERED",
                "confirm",
                "true",
                "people",
                olds.email() + "\n" + adas.email());
        assertThat(desk.post(SignedIn.manager(), "/programs/%d/members".formatted(a.key()), both))
                .hasStatus(303);
        assertThat(fixture.statusOf(memberOf(a, ada))).isEqualTo("REGISTERED");
    }

    @Test
    void isDoneOnceHoweverOftenOneClicks() {
        desk.join(a, old, INVITED);
        var form = compared();
        merge(SignedIn.manager(), form);
        assertThat(merge(SignedIn.manager(), form)).hasStatus(303).hasRedirectedUrl("/people/" + ada);
        var noted = jdbc.sql("select count(*) from audit_entry where kind = 'MERGE' and details like :person")
                .param("person", "%\"person\":" + ada + "%")
                .query(Long.class)
                .single();
        assertThat(noted).isEqualTo(1);
    }

    @Test
    void takesInARecordThatHasTakenInAnother() {
        var oldest = desk.person(named("Byron " + word, "Acme"));
        desk.join(a, ada, INVITED);
        desk.join(a, old, INVITED);
        desk.join(a, oldest, REGISTERED);
        var first = fields(
                desk.page(SignedIn.manager(), "/people/%d/merges/new?other=%d".formatted(old, oldest)), "form.merge");
        desk.post(SignedIn.manager(), "/people/%d/merges".formatted(old), first);
        merge();
        assertThat(people.byEmail("byron." + word + "@example.org")
                        .orElseThrow()
                        .id())
                .isEqualTo(ada);
        assertThat(fixture.statusOf(memberOf(a, ada))).isEqualTo("REGISTERED");
        assertThat(desk.page(SignedIn.viewer(), "/people/" + ada).select(".timeline li"))
                .hasSize(5);
    }

    @Test
    void writesNothingWhenOneOfTheTwoWasChangedMeanwhile() {
        var form = compared();
        people.edit(
                old, 0, named("Augusta Ada " + word, "Elsewhere").overwrittenBy(PersonDetails.ofEmail(olds.email())));
        form.put("otherVersion", "0");
        var answer = merge(SignedIn.manager(), form);
        assertThat(answer).hasStatus(409);
        assertThat(PeopleDesk.text(answer)).contains("Compare again", "Elsewhere");
        assertThat(people.find(old)).isPresent();
    }

    @Test
    void isForThoseWhoManageAllPrograms() {
        desk.join(a, ada, INVITED);
        desk.join(a, old, INVITED);
        var form = compared();
        for (var who : List.of(SignedIn.viewer(), SignedIn.approver(), SignedIn.managerOf(a.key()))) {
            assertThat(desk.get(who, preview())).hasStatus(403);
            assertThat(merge(who, form)).hasStatus(403);
        }
        assertThat(merge(SignedIn.managerOf(b.key()), form)).hasStatus(404);
        assertThat(people.find(old)).isPresent();
        assertThat(merge(SignedIn.administrator(), form)).hasStatus(303);
    }

    @Test
    void findsTheOtherRecordButNotThePersonThemselves() {
        var page = desk.page(SignedIn.manager(), "/people/%d/merges/new?q=%s".formatted(ada, word));
        assertThat(page.select("table.people tbody tr").eachAttr("data-person-id"))
                .containsExactly(Long.toString(old));
        assertThat(page.select("table.people tbody a").eachAttr("href")).containsExactly(preview());
        assertThat(desk.get(SignedIn.manager(), "/people/%d/merges/new?other=%d".formatted(ada, ada)))
                .hasStatus(400);
    }
}
