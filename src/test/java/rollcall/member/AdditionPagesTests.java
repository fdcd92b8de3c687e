package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.page;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.job.JobRunner;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.testing.SignedIn;

abstract class AdditionPagesTests {

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private People people;

    @Autowired
    private JobRunner runner;

    private Program program;
    private String list;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        list = "/programs/" + program.id() + "/members";
    }

    private MvcTestResult send(Map<String, ?> form) {
        return desk.post(SignedIn.manager(), list, form);
    }

    private String address(String name) {
        return name + "." + program.id() + "@example.org";
    }

    private static List<String> tally(MvcTestResult answer) {
        return page(answer).select(".tally-line").stream()
                .map(line -> line.select(".tally-count").text() + " "
                        + line.select(".tally-words").text())
                .toList();
    }

    @Test
    void onePersonIsAddedAtOnceAndShown() {
        var answer = send(Map.of(
                "email",
                address("ada"),
                "firstName",
                " Ada ",
                "lastName",
                "Lovelace",
                "status",
                "INVITED",
                "reason",
                "Met her"));
        assertThat(answer).hasStatus(303);
        var member = page(desk.get(SignedIn.viewer(), answer.getResponse().getRedirectedUrl()));
        assertThat(member.select("h1").text()).isEqualTo("Ada Lovelace");
        assertThat(member.select(".now .status").text()).isEqualTo("Invited");
        assertThat(member.select(".timeline-why").text()).isEqualTo("Met her");
    }

    @Test
    void aKnownPersonKeepsTheirDetailsAndOnlyBlanksAreFilled() {
        desk.member(
                fixture.program(null),
                new PersonDetails(address("ada"), "Ada", "", "Acme", "", "", "", "", ""),
                INVITED);
        send(Map.of("email", address("ada"), "firstName", "Adah", "lastName", "Lovelace", "status", "INVITED"));
        var details = people.byEmail(address("ada")).orElseThrow().details();
        assertThat(details).isEqualTo(new PersonDetails(address("ada"), "Ada", "Lovelace", "Acme", "", "", "", "", ""));
    }

    @Test
    void somebodyWhoIsThereAlreadyIsToldApart() {
        var ada = desk.member(program, PersonDetails.ofEmail(address("ada")), REGISTERED);
        var there = send(Map.of("email", address("ada"), "status", "REGISTERED"));
        assertThat(there).hasStatus(303).hasRedirectedUrl(list + "/" + ada);
        var past = send(Map.of("email", address("ada"), "status", "INVITED"));
        assertThat(past).hasStatus(422);
        assertThat(page(past).select("#status-error").text()).isEqualTo("already past Invited");
        assertThat(fixture.history(ada)).containsExactly("-→REGISTERED");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTyped() {
        var answer = send(Map.of("email", "not an address", "firstName", "Ada", "status", ""));
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#error-summary li").eachText())
                .containsExactlyInAnyOrder("Enter an e-mail address like name@example.org.", "Choose a status.");
        assertThat(page.expectFirst("#firstName").val()).isEqualTo("Ada");
        assertThat(page.title()).startsWith("Error: ");
        var rejected = send(Map.of("email", address("ada"), "status", "REJECTED"));
        assertThat(rejected).hasStatus(422);
        assertThat(page(rejected).select("#reason-error").text()).isEqualTo("Rejected requires a reason");
    }

    @Test
    void pastedAddressesArePreviewedAndThenAdded() {
        desk.member(fixture.program(null), PersonDetails.ofEmail(address("known")), INVITED);
        desk.member(program, PersonDetails.ofEmail(address("there")), REGISTERED);
        desk.member(program, PersonDetails.ofEmail(address("lower")), INVITED);
        desk.member(program, PersonDetails.ofEmail(address("past")), ATTENDED);
        var text = "Ada Lovelace <%s>, %s\n%s; %s\n%s\n%s"
                .formatted(
                        address("ada"),
                        address("known"),
                        address("there"),
                        address("lower"),
                        address("past"),
                        address("ADA"));
        var form = Map.of("how", "paste", "status", "REGISTERED", "people", text);
        var preview = send(form);
        assertThat(preview).hasStatusOk();
        assertThat(tally(preview))
                .containsExactly(
                        "1 is new to Rollcall and will be added",
                        "1 is known to Rollcall and will be added",
                        "1 is in the program already and will become Registered",
                        "1 already Registered",
                        "1 already past Registered",
                        "1 stood there more than once");
        assertThat(people.byEmail(address("ada")))
                .as("a preview writes nothing")
                .isEmpty();

        var confirm = new HashMap<>(Desk.fields(page(preview).expectFirst(".preview form")));
        confirm.put("confirm", "true");
        var done = send(confirm);
        assertThat(done).hasStatus(303);
        var result = done.getResponse().getRedirectedUrl();
        assertThat(tally(desk.get(SignedIn.viewer(), result)))
                .containsExactly("3 are now Registered", "1 had the status already", "1 not changed: already past it");
        assertThat(people.byEmail(address("ada")).orElseThrow().name()).isEqualTo("Ada Lovelace");
        assertThat(send(confirm)).as("once more").hasRedirectedUrl(result);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 4L, "ATTENDED", 1L));
    }

    @Test
    void badLinesAreNamedAndKept() {
        var text = address("ada") + "\nnot an address\n\nalso <not>";
        var answer = send(Map.of("how", "paste", "status", "INVITED", "people", text));
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select(".bad-lines li").eachText())
                .containsExactly("Line 2: not an address", "Line 4: also <not>");
        assertThat(page.expectFirst("textarea").wholeText().stripLeading()).isEqualTo(text);
        assertThat(fixture.counted(program)).isEmpty();

        var without = send(
                Map.of("how", "paste", "status", "INVITED", "people", text, "leaveOut", "true", "confirm", "true"));
        assertThat(without).hasStatus(303);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("INVITED", 1L));
    }

    @Test
    void aThousandArePastedAtMost() {
        var text = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) {
            text.append(address("p" + i)).append('\n');
        }
        var answer = send(Map.of("how", "paste", "status", "INVITED", "people", text, "confirm", "true"));
        assertThat(answer).hasStatus(422);
        assertThat(fixture.counted(program)).isEmpty();
    }

    @Test
    void theMembersOfAnotherProgramAreTakenOver() {
        var lender = fixture.program(null);
        fixture.members(lender, 2, ATTENDED);
        fixture.members(lender, 3, INVITED);
        var form = new HashMap<String, Object>(Map.of(
                "how", "program", "status", "INVITED", "source", lender.id(), "from", List.of("ATTENDED", "NO_SHOW")));
        var preview = send(form);
        assertThat(tally(preview)).containsExactly("2 are known to Rollcall and will be added");
        form.put("confirm", "true");
        assertThat(send(form)).hasStatus(303);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("INVITED", 2L));
    }

    @Test
    void theMembersOfAnotherProgramAreNarrowedByWhatAListIsNarrowedBy() {
        var lender = fixture.program(null);
        desk.member(lender, "Ada", "Lovelace", ATTENDED);
        desk.member(lender, "Grace", "Hopper", ATTENDED);
        var preview = send(Map.of(
                "how", "program", "status", "INVITED", "source", lender.id(), "from", "ATTENDED", "there.q", "ada"));
        assertThat(tally(preview)).containsExactly("1 is known to Rollcall and will be added");
        var confirm = new HashMap<>(Desk.fields(page(preview).expectFirst(".preview form")));
        confirm.put("confirm", "true");

        desk.member(lender, "Ada", "Byron", ATTENDED);
        var overtaken = send(confirm);
        assertThat(overtaken).hasStatusOk().bodyText().contains("Other members are meant by now");
        assertThat(fixture.counted(program)).isEmpty();

        var again = new HashMap<>(Desk.fields(page(overtaken).expectFirst(".preview form")));
        again.put("confirm", "true");
        var done = send(again);
        assertThat(done).hasStatus(303);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("INVITED", 2L));
        assertThat(send(again))
                .as("once more")
                .hasRedirectedUrl(done.getResponse().getRedirectedUrl());
    }

    @Test
    void aProgramIsFoundByItsName() {
        var lender = fixture.program(null);
        var found = list + "/new?how=program&find=LAUNCH";
        assertThat(page(desk.get(SignedIn.manager(), found))
                        .select("#source option")
                        .eachAttr("value"))
                .contains(lender.id().toString());
        assertThat(page(desk.get(SignedIn.manager(), list + "/new?how=program&find=100%25"))
                        .select("#source option"))
                .hasSize(1);
    }

    @Test
    void moreThanAThousandOfAnotherProgramAreAJob() {
        var lender = fixture.program(null);
        fixture.members(lender, 1_001, ATTENDED);
        var answer = send(Map.of(
                "how", "program", "status", "INVITED", "source", lender.id(), "from", "ATTENDED", "confirm", "true"));
        var job = answer.getResponse().getRedirectedUrl();
        assertThat(job).matches("/jobs/\\d+");
        fixture.members(lender, 2, ATTENDED);
        runner.run(Long.parseLong(job.substring("/jobs/".length())));
        assertThat(fixture.counted(program)).isEqualTo(Map.of("INVITED", 1_001L));
        var result = page(desk.get(SignedIn.viewer(), job))
                .expectFirst("#job-result")
                .attr("href");
        assertThat(tally(desk.get(SignedIn.viewer(), result))).containsExactly("1,001 are now Invited");
    }

    @Test
    void aProgramThatOneMayNotSeeLendsNobody() {
        var lender = fixture.program(null);
        fixture.members(lender, 1, ATTENDED);
        var who = SignedIn.managerOf(program.key());
        assertThat(page(desk.get(who, list + "/new?how=program")).select("#source option[value]:not([value=''])"))
                .isEmpty();
        var form = Map.of(
                "how", "program", "status", "INVITED", "source", lender.id(), "from", "ATTENDED", "confirm", "true");
        assertThat(desk.post(who, list, form)).hasStatus(404);
        assertThat(fixture.counted(program)).isEmpty();
    }

    @Test
    void onlyAManagerAdds() {
        var form = Map.of("email", address("ada"), "status", "INVITED");
        for (var who : List.of(SignedIn.viewer(), SignedIn.approver())) {
            assertThat(desk.get(who, list + "/new")).hasStatus(403);
            assertThat(desk.post(who, list, form)).hasStatus(403);
        }
        assertThat(desk.get(SignedIn.manager(), list + "/new?how=magic")).hasStatus(400);
    }
}
