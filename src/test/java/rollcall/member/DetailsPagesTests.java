package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.page;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.person.Erasures;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;
import rollcall.program.Program;
import rollcall.testing.SignedIn;

abstract class DetailsPagesTests {

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private People people;

    @Autowired
    private Erasures erasures;

    private Program program;
    private long ada;
    private String member;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        ada = desk.member(program, "Ada", "Lovelace", INVITED);
        member = "/programs/%d/members/%d".formatted(program.key(), ada);
    }

    private Map<String, Object> form(Object... changes) {
        var details = people.find(desk.line(program, ada).personId()).orElseThrow();
        var form = new HashMap<String, Object>(Map.of(
                "version", details.version(),
                "email", details.email(),
                "firstName", details.details().firstName(),
                "lastName", details.details().lastName(),
                "company", details.details().company()));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i].toString(), changes[i + 1]);
        }
        return form;
    }

    @Test
    void whatIsTypedIsStoredAndTheListFindsIt() {
        var answer =
                desk.post(SignedIn.manager(), member + "/details", form("lastName", " Zuse ", "company", "Bletchley"));
        assertThat(answer).hasStatus(303).hasRedirectedUrl(member);
        var line = desk.line(program, ada);
        assertThat(line.name()).isEqualTo("Ada Zuse");
        assertThat(line.company()).isEqualTo("Bletchley");
        var list = "/programs/" + program.id() + "/members?q=zuse";
        assertThat(Desk.names(page(desk.get(SignedIn.viewer(), list)))).containsExactly("Ada Zuse");
    }

    @Test
    void whoeverSawAnOlderVersionComparesAndDecides() {
        var mine = form("company", "Mine Ltd");
        desk.post(SignedIn.administrator(), member + "/details", form("company", "Theirs Inc"));

        var stale = desk.post(SignedIn.manager(), member + "/details", mine);
        assertThat(stale).hasStatus(409);
        var page = page(stale);
        assertThat(page.select("tr[data-differs]").eachText()).containsExactly("Company Theirs Inc Mine Ltd");
        assertThat(page.expectFirst("#company").val()).isEqualTo("Mine Ltd");
        assertThat(desk.line(program, ada).company()).isEqualTo("Theirs Inc");

        mine.put("version", page.expectFirst("[name=version]").val());
        assertThat(desk.post(SignedIn.manager(), member + "/details", mine)).hasStatus(303);
        assertThat(desk.line(program, ada).company()).isEqualTo("Mine Ltd");
    }

    @Test
    void anAddressThatWasErasedComesBackOnlyWithATick() {
        var grace = desk.member(program, "Grace", "Hopper", INVITED);
        var email = desk.line(program, grace).email();
        desk.member(program, "Grace", "Hopper", NOT_IN_PROGRAM);
        erasures.erase(desk.line(program, grace).personId(), "erased");

        var refused = desk.post(SignedIn.manager(), member + "/details", form("email", email));
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select("#email-error").text()).startsWith("This address was erased before");
        assertThat(page(refused).select("#erasedToo")).hasSize(1);
        assertThat(people.byEmail(email)).isEmpty();

        var ticked = form("email", email, "erasedToo", "true");
        assertThat(desk.post(SignedIn.manager(), member + "/details", ticked)).hasStatus(303);
        assertThat(erasures.erasedAmong(List.of(email))).as("known again").isEmpty();
        assertThat(desk.post(SignedIn.manager(), member + "/details", form("company", "Acme")))
                .hasStatus(303);
    }

    @Test
    void aLanguageAndAZoneThatNobodyKnowsAreRefusedUnlessTheyWereThere() {
        var refused =
                desk.post(SignedIn.manager(), member + "/details", form("language", "Swedish!", "zone", "Stockholm"));
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select("#language-error, #zone-error")).hasSize(2);

        var person = people.find(desk.line(program, ada).personId()).orElseThrow();
        var brought = PersonDetails.of(field -> field == PersonField.ZONE ? "CET/Berlin" : field.of(person.details()));
        people.edit(person.id(), person.version(), brought);
        assertThat(desk.post(
                        SignedIn.manager(),
                        member + "/details",
                        form("language", "sv_SE", "zone", "CET/Berlin", "company", "Acme")))
                .hasStatus(303);
        assertThat(desk.line(program, ada).company()).isEqualTo("Acme");
    }

    @Test
    void anAddressThatSomebodyElseHasIsRefused() {
        var grace = desk.member(program, "Grace", "Hopper", INVITED);
        var answer = desk.post(
                SignedIn.manager(),
                member + "/details",
                form("email", desk.line(program, grace).email()));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#email-error").text()).isEqualTo("Another person has this e-mail address.");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTyped() {
        var answer =
                desk.post(SignedIn.manager(), member + "/details", form("email", "nowhere", "phone", "1".repeat(51)));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#error-summary li").eachText())
                .containsExactlyInAnyOrder(
                        "Enter an e-mail address like name@example.org.", "That is longer than fits here.");
        assertThat(page(answer).expectFirst("#email").val()).isEqualTo("nowhere");
    }

    @Test
    void onlyAManagerEdits() {
        assertThat(page(desk.get(SignedIn.manager(), member + "/details"))
                        .expectFirst("#firstName")
                        .val())
                .isEqualTo("Ada");
        assertThat(desk.get(SignedIn.approver(), member + "/details")).hasStatus(403);
        assertThat(desk.post(SignedIn.viewer(), member + "/details", form("company", "X")))
                .hasStatus(403);
        var other = "/programs/%d/members/%d/details"
                .formatted(fixture.program(null).key(), ada);
        assertThat(desk.get(SignedIn.manager(), other)).hasStatus(404);
    }
}
