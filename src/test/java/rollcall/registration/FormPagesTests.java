package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.registration.Passerby.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.provider.Webinars;
import rollcall.testing.SignedIn;

/** Writing a program's form. */
abstract class FormPagesTests {

    @Autowired
    Passerby passerby;

    @Autowired
    MembersFixture fixture;

    @Autowired
    Programs programs;

    @Autowired
    Webinars webinars;

    @Autowired
    Forms forms;

    @Autowired
    FormEdits edits;

    @Autowired
    PublicScene scene;

    @Autowired
    JdbcClient jdbc;

    Program program;
    String address;

    @BeforeEach
    void begin() {
        program = fixture.program(5);
        address = "/programs/%d/form".formatted(program.key());
    }

    private MvcTestResult post(String path, Map<String, ?> form) {
        var all = new HashMap<String, Object>(Map.of("version", version()));
        all.putAll(form);
        return passerby.post(SignedIn.manager(), address + path, all);
    }

    private int version() {
        return edits.of(program.key()).version();
    }

    private List<String> keys() {
        return forms.of(program).fields().stream().map(Field::key).toList();
    }

    private void ask(String kind, String label) {
        assertThat(post("/fields", Map.of("kind", kind, "label", label, "options", "Tea\r\n\r\n Coffee ")))
                .hasStatus(303)
                .hasRedirectedUrl(address);
    }

    @Test
    void aNewProgramAsksWhatIsUsual() {
        assertThat(keys()).containsExactly("firstName", "lastName", "email");
        var page = page(passerby.get(SignedIn.manager(), address));
        assertThat(page.select(".form-fields > li").eachAttr("data-key"))
                .containsExactly("firstName", "lastName", "email");
        assertThat(page.select("[id^=remove-]")).as("these are always asked").isEmpty();
    }

    @Test
    void fieldsAreAddedChangedMovedAndRemoved() {
        ask("ONE", "Drink");
        ask("COMPANY", "");
        ask("SHORT_TEXT", "Diet");
        assertThat(keys()).containsExactly("firstName", "lastName", "email", "q1", "company", "q2");
        assertThat(forms.of(program).field("q1").orElseThrow().options()).containsExactly("Tea", "Coffee");

        assertThat(post("/fields/q2/moves", Map.of("up", "true"))).hasStatus(303);
        assertThat(post("/fields/firstName/moves", Map.of("up", "true"))).hasStatus(303);
        assertThat(keys()).containsExactly("firstName", "lastName", "email", "q1", "q2", "company");

        assertThat(post("/fields/q1", Map.of("label", "Hot drink", "options", "Tea\nCocoa", "required", "true")))
                .hasStatus(303);
        var field = forms.of(program).field("q1").orElseThrow();
        assertThat(field.label()).isEqualTo("Hot drink");
        assertThat(field.name()).as("answers stay under one name").isEqualTo("Drink");
        assertThat(field.required()).isTrue();
        assertThat(page(passerby.get(SignedIn.manager(), address))
                        .select("#what-q1")
                        .text())
                .contains("Stands in lists and files as “Drink”.");

        assertThat(passerby.get(SignedIn.manager(), address + "/fields/q1/removal"))
                .hasStatusOk();
        assertThat(post("/fields/q1/removal", Map.of())).hasStatus(303);
        assertThat(keys()).containsExactly("firstName", "lastName", "email", "q2", "company");
        ask("YES_NO", "Coming by train");
        assertThat(keys()).as("a key is never used again").endsWith("q3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHORT_TEXT | ''       | ''        | ''    | Enter the question.",
                "SHORT_TEXT | 'A\u202Eb' | ''      | ''    | Remove line breaks",
                "SHORT_TEXT | DIET     | ''        | ''    | The form asks that already.",
                "CONSENT    | News     | ''        | ''    | Enter what people consent to.",
                "ONE        | Drink    | 'Tea'     | ''    | at least two choices",
                "ONE        | Drink    | 'Tea,Tea' | ''    | stands there twice",
                "SEVERAL    | Drink    | 'Tea; hot' | ''   | semicolon",
                "EMAIL      | ''       | ''        | ''    | The form asks for that already.",
            })
    void whatIsWrongIsSaidAndNothingTypedIsLost(
            String kind, String label, String options, String wording, String said) {
        ask("SHORT_TEXT", "Diet");
        var answer = post(
                "/fields",
                Map.of(
                        "kind",
                        kind,
                        "label",
                        label,
                        "options",
                        options.replace(',', '\n'),
                        "wording",
                        wording,
                        "help",
                        "Typed help"));
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#error-summary").text()).contains(said);
        assertThat(page.select("#help").val()).isEqualTo("Typed help");
        assertThat(keys()).hasSize(4);
    }

    @Test
    void aFormIsFullAtFifty() {
        for (int n = 3; n < FormLimits.MOST_FIELDS - 1; n++) {
            edits.add(
                    Actor.SYSTEM,
                    program.key(),
                    new FieldForm(version(), FieldKind.SHORT_TEXT, "Question " + n, "", "", false, ""));
        }
        ask("SHORT_TEXT", "The fiftieth");
        var answer = post("/fields", Map.of("kind", "SHORT_TEXT", "label", "One more"));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#error-summary").text()).contains("at most");
        assertThat(page(passerby.get(SignedIn.manager(), address)).select("#kind"))
                .isEmpty();
    }

    @Test
    void whoSawAnOlderFormIsToldAndLosesNothing() {
        var seen = version();
        ask("SHORT_TEXT", "Diet");
        var answer = post("/fields", Map.of("version", seen, "kind", "SHORT_TEXT", "label", "Size"));
        assertThat(answer).hasStatus(409);
        var page = page(answer);
        assertThat(page.select("#label").val()).isEqualTo("Size");
        assertThat(page.select("#alert").text()).contains("Somebody else changed the form");
        assertThat(page.select("input[name=version]").val()).isEqualTo(String.valueOf(version()));
        assertThat(post("/fields/q1/moves", Map.of("version", seen, "up", "true")))
                .hasStatus(409);
        assertThat(post("/fields/q1/removal", Map.of("version", seen))).hasStatus(409);
        assertThat(keys()).containsExactly("firstName", "lastName", "email", "q1");
    }

    @Test
    void whatTheProviderMustBeToldIsAskedWithANote() {
        webinars.choose(program, "simulator");
        assertThat(post("/fields/firstName", Map.of())).hasStatus(303);
        assertThat(forms.of(program).field("firstName").orElseThrow().required())
                .as("whatever the form says")
                .isTrue();
        var page = page(passerby.get(SignedIn.manager(), address));
        assertThat(page.select("#what-firstName").text()).contains("The webinar provider must be told it.");
        assertThat(page.select("#what-email").text()).doesNotContain("provider");
        assertThat(page(passerby.get(SignedIn.manager(), address + "/fields/firstName"))
                        .select("#required"))
                .isEmpty();

        webinars.leave(program);
        assertThat(forms.of(program).field("firstName").orElseThrow().required())
                .isFalse();
    }

    @Test
    void aCloneAsksTheSame() {
        ask("SEVERAL", "Drinks");
        var clone = programs.cloneOf(Actor.SYSTEM, program.key(), Plans.limited("Again", 5));
        assertThat(forms.of(clone).fields()).isEqualTo(forms.of(program).fields());
        assertThat(forms.of(programs.cloneOf(Actor.SYSTEM, fixture.program(1).key(), Plans.limited("New", 1))))
                .isEqualTo(Form.USUAL);
    }

    @Test
    void thePreviewShowsEachKindWithItsLabel() {
        for (var kind : FormPages.addable(StoredForm.UNTOUCHED)) {
            post(
                    "/fields",
                    Map.of(
                            "kind",
                            kind,
                            "label",
                            "<b>" + kind,
                            "options",
                            "Tea\nCoffee",
                            "wording",
                            "I <i>agree</i>.",
                            "help",
                            "Why"));
        }
        var page = page(passerby.get(SignedIn.manager(), address + "/preview"));
        var inputs = page.select("#preview :is(input, select, textarea)");
        assertThat(inputs.stream().map(input -> input.attr("name")).distinct()).containsExactlyElementsOf(keys());
        for (var input : inputs) {
            var labelled = !page.select("label[for=" + input.id() + "]").isEmpty() || input.closest("label") != null;
            assertThat(labelled).as(input.id()).isTrue();
        }
        assertThat(page.select("#preview b, #preview i")).isEmpty();
        assertThat(page.select("#preview .wording").text()).isEqualTo("I <i>agree</i>.");
    }

    @Test
    void theFormLeadsToThePublicPageOnceThatIsPublished() {
        assertThat(page(passerby.get(SignedIn.manager(), address)).select("#public-page"))
                .isEmpty();
        var published = scene.publish(program);
        assertThat(page(passerby.get(SignedIn.manager(), address))
                        .select("#public-page")
                        .attr("href"))
                .isEqualTo(published.path());
    }

    @Test
    void whatManagersSetStandsInTheAudit() {
        ask("SHORT_TEXT", "Diet");
        assertThat(noted("FORM_SET")).singleElement().asString().contains("\"asked\":\"Diet\"");
        scene.publish(program);
        assertThat(noted("REGISTRATION_SET")).singleElement().asString().contains("\"published\":true");
    }

    private List<String> noted(String kind) {
        return jdbc
                .sql("select details from audit_entry where kind = :kind order by id")
                .param("kind", kind)
                .query(String.class)
                .list()
                .stream()
                .filter(details -> details.contains("\"program\":" + program.key()))
                .toList();
    }

    @Test
    void onlyManagersWriteForms() {
        assertThat(passerby.get(SignedIn.approver(), address)).hasStatus(403);
        assertThat(passerby.get(SignedIn.viewerOf(fixture.program(1).key()), address))
                .hasStatus(404);
        assertThat(passerby.get(SignedIn.manager(), address + "/fields/q77")).hasStatus(404);
        assertThat(passerby.get(SignedIn.manager(), address + "/fields/email/removal"))
                .hasStatus(404);
        assertThat(passerby.get(SignedIn.manager(), address + "/fields/new?kind=NONE"))
                .hasStatusOk();
    }
}
