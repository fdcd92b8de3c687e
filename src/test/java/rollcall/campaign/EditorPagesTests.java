package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignVisits.leadsTo;
import static rollcall.campaign.CampaignVisits.pressed;
import static rollcall.campaign.CampaignVisits.texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.SignedIn;

/** Building a campaign in the browser. */
abstract class EditorPagesTests {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private MembersFixture members;

    @Autowired
    private CampaignVisits visits;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private String list;

    @BeforeEach
    void begin() {
        program = members.program(null);
        list = "/programs/%d/campaigns".formatted(program.key());
    }

    private Document open() {
        return visits.page(SignedIn.manager(), list + "/new");
    }

    private MvcTestResult press(Document page, String act, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(pressed(page, act));
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        return visits.post(SignedIn.manager(), page.expectFirst("#editor").attr("action"), fields);
    }

    private Document after(Document page, String act, Map<String, String> typed) {
        var answer = press(page, act, typed);
        assertThat(answer).hasStatusOk();
        return CampaignVisits.read(answer);
    }

    /** What is planned for an event is planned where it takes place, wherever the browser is. */
    @Test
    void theProgramsZoneStandsWhereATimeIsAskedFor() {
        var page = after(open(), "add-step", Map.of("schedule.kind", "weekly"));
        page = after(page, "refresh", Map.of("steps[0].otherwise.kind", "wait-until"));

        assertThat(page.select("input[list=zones]").eachAttr("value")).containsExactly(program.zone(), program.zone());

        page = after(page, "refresh", Map.of("schedule.zone", "Asia/Tokyo"));
        assertThat(page.select("input[name='schedule.zone']").val()).isEqualTo("Asia/Tokyo");
    }

    /** Somebody presses a button for each part, as without JavaScript. */
    @Test
    void aFollowUpIsBuiltFromNothing() {
        var page = after(open(), "add-trigger", Map.of("name", "Follow-up"));
        assertThat(page.select("#name").val()).as("what was typed stays").isEqualTo("Follow-up");
        assertThat(page.select("[data-focus]").attr("id")).isEqualTo("triggers-0-kind");
        page = after(page, "add-step", Map.of("triggers[0].to", "ATTENDED"));
        page = after(page, "refresh", Map.of("steps[0].otherwise.kind", "wait-for"));
        page = after(page, "add-step", Map.of("steps[0].otherwise.amount", "1", "steps[0].otherwise.unit", "HOURS"));
        assertThat(page.select("input[name='triggers[0].to'][checked]").eachAttr("value"))
                .containsExactly("ATTENDED");
        var template = Long.toString(fixture.template(program));
        page = after(page, "refresh", Map.of("steps[1].otherwise.template", template));
        assertThat(page.select("#sentence").text())
                .isEqualTo("When the status is changed to Attended: wait 1 hour, then send “Confirmation”");

        var saved = press(page, "save", Map.of());

        assertThat(saved).hasStatus(303);
        var campaign = campaigns.of(program.key()).getLast();
        assertThat(leadsTo(saved)).isEqualTo(list + "/" + campaign.id());
        assertThat(campaign.name()).isEqualTo("Follow-up");
        assertThat(campaign.state()).isEqualTo(CampaignState.OFF);
        assertThat(campaign.definition())
                .isEqualTo(CampaignFixture.definition(
                        CampaignFixture.to(StatusCode.ATTENDED),
                        Again.ONCE,
                        new Action.WaitFor(1, EventTime.Unit.HOURS),
                        new Action.SendMail(fixture.template(program))));
    }

    @Test
    void aStepThatNobodyReachesSaysSo() {
        var page = after(open(), "add-step", Map.of("name", "Out"));
        page = after(page, "add-step", Map.of("steps[0].otherwise.kind", "remove"));
        assertThat(page.select(".flow-step .never").eachText())
                .containsExactly("This step is never reached: everybody is taken out of the flow before it.");
        assertThat(page.select(".flow-step").getFirst().select(".never")).isEmpty();

        page = after(page, "add-choice.0", Map.of());
        assertThat(page.select(".flow-step .never")).as("some go on").isEmpty();
    }

    @Test
    void everyKindOfPartComesBackFromThePageAsItWas() {
        for (var schedule : Everything.schedules()) {
            var definition = everything(schedule);
            var campaign = campaigns.create(program, "Everything", definition, Actor.SYSTEM);
            var page = visits.page(SignedIn.manager(), list + "/" + campaign + "/edit");

            assertThat(page.select("#error-summary")).isEmpty();
            var answer = press(page, "save", Map.of());
            assertThat(CampaignVisits.read(answer).select("#error-summary li").eachText())
                    .isEmpty();
            assertThat(answer).hasStatus(303);

            var saved = campaigns.find(program.key(), campaign).orElseThrow();
            assertThat(saved.version()).isEqualTo(2);
            assertThat(saved.definition()).isEqualTo(definition);
        }
    }

    /** With ids of this database; the wait at the beginning keeps it from leading back to itself at once. */
    private Definition everything(Schedule schedule) {
        var all = Everything.definition(schedule);
        var template = fixture.template(program);
        var other = campaigns.of(program.key()).getFirst().id();
        var elsewhere = members.program(null).key();
        jdbc.sql("delete from webhook where name = :name")
                .param("name", "CRM " + program.key())
                .update();
        jdbc.sql("""
            insert into webhook (name, address, sealed_key, created_at) values (:name, 'https://example.org', 'x', current_timestamp)\
            """).param("name", "CRM " + program.key()).update();
        var webhook = jdbc.sql("select max(id) from webhook").query(Long.class).single();
        var steps = new java.util.ArrayList<Step>(List.of(Step.of(new Action.WaitFor(1, EventTime.Unit.MINUTES))));
        for (var step : all.steps()) {
            steps.add(new Step(
                    step.choices().stream()
                            .map(choice -> new Step.Choice(
                                    choice.when(), here(choice.then(), template, other, elsewhere, webhook)))
                            .toList(),
                    here(step.otherwise(), template, other, elsewhere, webhook)));
        }
        return new Definition(all.triggers(), schedule, all.audience(), steps, all.again(), all.priority());
    }

    private static Action here(Action action, long template, long other, long elsewhere, long webhook) {
        return switch (action) {
            case Action.SendMail mail -> new Action.SendMail(template);
            case Action.RequestCampaign request -> new Action.RequestCampaign(other);
            case Action.AddToProgram add -> new Action.AddToProgram(elsewhere, add.status());
            case Action.CallWebhook call -> new Action.CallWebhook(webhook);
            default -> action;
        };
    }

    @Test
    void partsAreAddedMovedAndRemoved() {
        var page = after(open(), "add-group", Map.of());
        page = after(page, "add-condition.0", Map.of("groups[0].conditions[0].statuses", "INVITED"));
        page = after(page, "refresh", Map.of("groups[0].conditions[1].kind", "reason"));
        page = after(page, "add-step", Map.of("groups[0].conditions[1].text", "by phone"));
        page = after(page, "add-step", Map.of("steps[0].otherwise.kind", "remove"));
        page = after(page, "add-choice.1", Map.of("steps[1].otherwise.kind", "nothing"));
        page = after(page, "move-step-up.1", Map.of());
        assertThat(page.select("#steps-0-otherwise-kind option[selected]").val())
                .isEqualTo("nothing");
        assertThat(page.select("#steps-1-otherwise-kind option[selected]").val())
                .isEqualTo("remove");
        assertThat(page.select("fieldset.choice-part > legend").eachText())
                .containsExactly("If", "Otherwise", "Action");
        page = after(page, "remove-condition.0.0", Map.of());
        assertThat(page.select("#groups-0-conditions-0-text").val()).isEqualTo("by phone");
        page = after(page, "remove-group.0", Map.of());
        page = after(page, "remove-choice.0.0", Map.of());
        page = after(page, "remove-step.0", Map.of());
        assertThat(page.select(".group")).isEmpty();
        assertThat(page.select(".flow-step")).hasSize(1);
        assertThat(campaigns.of(program.key())).as("nothing is stored").allMatch(one -> one.recipe() != null);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndEverythingTypedIsKept() {
        var page = after(open(), "add-step", Map.of("name", "Waits"));
        page = after(page, "refresh", Map.of("steps[0].otherwise.kind", "wait-for"));

        var answer = press(page, "save", Map.of("steps[0].otherwise.amount", "an hour or so"));

        assertThat(answer).hasStatus(422);
        var wrong = CampaignVisits.read(answer);
        assertThat(wrong.select("#steps-0-otherwise-amount").val()).isEqualTo("an hour or so");
        assertThat(wrong.select("#steps-0-otherwise-amount-error").text())
                .isEqualTo("Enter a whole number from 1 to 9,999.");
        assertThat(wrong.select("#steps-0-otherwise-amount").attr("aria-describedby"))
                .isEqualTo("steps-0-otherwise-amount-error");
        assertThat(texts(wrong, "#error-summary li"))
                .containsExactly("Step 1: Enter a whole number from 1 to 9,999.", "Step 1: Choose one.");
        assertThat(wrong.select("#error-summary a").eachAttr("href"))
                .allMatch(link -> !wrong.select(link).isEmpty());
    }

    @Test
    void whereRegisteringBringsPeopleInItIsAskedWhetherTheyComeInAgain() {
        var page = after(open(), "add-trigger", Map.of("name", "Welcome"));
        page = after(page, "refresh", Map.of("triggers[0].kind", "registration-accepted"));
        page = after(page, "add-step", Map.of());
        page = after(page, "refresh", Map.of("steps[0].otherwise.kind", "remove"));
        assertThat(page.select("label[for=again-afterReturn]").text())
                .isEqualTo("May somebody who registers again come in again?");

        var unanswered = press(page, "save", Map.of());
        assertThat(unanswered).hasStatus(422);
        assertThat(CampaignVisits.read(unanswered)
                        .select("#again-afterReturn-error")
                        .text())
                .isEqualTo("Say whether people who register again come in again.");

        assertThat(press(page, "save", Map.of("again.afterReturn", "true"))).hasStatus(303);
        assertThat(campaigns.of(program.key()).getLast().definition().again().afterReturn())
                .isTrue();
    }

    @Test
    void whoWasOvertakenSeesTheirsAndKeepsTheirOwn() {
        var definition = CampaignFixture.batch(Audience.EVERYBODY, Again.ONCE, new Action.Remove());
        var campaign = campaigns.create(program, "Mine", definition, Actor.SYSTEM);
        var address = list + "/" + campaign;
        var page = visits.page(SignedIn.manager(), address + "/edit");
        var theirs = CampaignFixture.batch(Audience.EVERYBODY, Again.ONCE, new Action.WaitFor(2, EventTime.Unit.DAYS));
        campaigns.save(program, campaign, 1, "Theirs", theirs, Actor.SYSTEM);

        var answer = press(page, "save", Map.of("name", "Still mine"));

        assertThat(answer).hasStatus(409);
        var stale = CampaignVisits.read(answer);
        assertThat(texts(stale, "#theirs dd"))
                .containsExactly(
                        "Theirs",
                        "When somebody runs it",
                        "Everybody in the program",
                        "Wait 2 days",
                        "Each member once");
        assertThat(stale.select("#name").val()).isEqualTo("Still mine");
        assertThat(campaigns.find(program.key(), campaign).orElseThrow().name()).isEqualTo("Theirs");

        assertThat(press(stale, "save", Map.of())).hasStatus(303);
        assertThat(campaigns.find(program.key(), campaign).orElseThrow().name()).isEqualTo("Still mine");
    }

    @Test
    void whileSomebodyTypesThePageSaysWhomItMeans() {
        members.members(program, 7, StatusCode.INVITED);
        members.members(program, 1, StatusCode.ATTENDED);
        var page = after(open(), "add-group", Map.of());
        var fields = pressed(page, "refresh");
        fields.put("groups[0].conditions[0].statuses", List.of("INVITED"));

        var preview = visits.postPart(SignedIn.manager(), list + "/preview", fields);

        assertThat(preview.select("#audience-sentence").text()).isEqualTo("Members where the status is Invited");
        assertThat(preview.select("#audience-count").text()).isEqualTo("7");
        assertThat(texts(preview, ".sample li")).hasSize(6).last().isEqualTo("and 2 more");
        fields.remove("groups[0].conditions[0].statuses");
        assertThat(visits.postPart(SignedIn.manager(), list + "/preview", fields)
                        .select("#audience-count"))
                .isEmpty();
    }

    @Test
    void inPlaceTheButtonsAnswerTheFormAlone() {
        var fields = pressed(open(), "add-step");
        var part = visits.postPart(SignedIn.manager(), list, fields);
        assertThat(part.select("form#editor .flow-step")).hasSize(1);
        assertThat(part.select("header, nav.tabs")).isEmpty();
    }

    @Test
    void namesAreOnlyText() {
        var page = after(open(), "add-step", Map.of("name", "<b>\u201c${7*7}\u201d</b>"));
        page = after(page, "refresh", Map.of("steps[0].otherwise.kind", "remove"));
        var saved = press(page, "save", Map.of());
        var shown = visits.page(SignedIn.viewer(), leadsTo(saved));
        assertThat(shown.select("h1").text()).isEqualTo("<b>\u201c${7*7}\u201d</b>");
        assertThat(shown.select("h1 b")).isEmpty();
    }
}
