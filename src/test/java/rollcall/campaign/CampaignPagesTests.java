package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignVisits.leadsTo;
import static rollcall.campaign.CampaignVisits.said;
import static rollcall.campaign.CampaignVisits.texts;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** The list of campaigns, what came of one, running it by hand, and the calendar. */
abstract class CampaignPagesTests {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Runs runs;

    @Autowired
    private MembersFixture members;

    @Autowired
    private CampaignVisits visits;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private String list;

    @BeforeEach
    void begin() {
        program = members.program(null);
        list = "/programs/%d/campaigns".formatted(program.key());
    }

    private String own(long campaign) {
        return list + "/" + campaign;
    }

    private void withoutRecipes() {
        campaigns.of(program.key()).forEach(one -> campaigns.archive(program, one.id(), Actor.SYSTEM));
    }

    @Test
    void theListSaysWhatEachDoesAndSwitchesAllRecipesOn() {
        var page = visits.page(SignedIn.manager(), list);
        var row = page.expectFirst("#campaigns-table tbody tr:has(th:contains(Confirmation))");
        assertThat(row.select("th a").text()).isEqualTo("Confirmation");
        assertThat(row.select("th .sub").text()).isEqualTo("When the registration is accepted: send “Confirmation”");
        assertThat(texts(row, "td .label")).containsExactly("Off");
        assertThat(texts(row, "td button")).containsExactly("Switch on");
        assertThat(page.select("#recipes p").text()).startsWith("16 recipes are still off.");
        assertThat(page.select("#stays-here"))
                .as("there is no mail server here")
                .hasSize(1);

        var answer = visits.post(SignedIn.manager(), list + "/recipes");

        assertThat(answer).hasStatus(303).hasRedirectedUrl(list);
        var after = visits.page(SignedIn.manager(), list);
        var off = after.select("#campaigns-table tr[data-state=OFF]");
        assertThat(said(answer)).isEqualTo(off.isEmpty() ? "campaign.recipes.on" : "campaign.recipes.left");
        assertThat(after.select("#campaigns-table tr[data-state=ON]")).isNotEmpty();
        assertThat(after.select("#recipes").isEmpty()).isEqualTo(off.isEmpty());
    }

    @Test
    void whoOnlyLooksSeesNothingToPress() {
        var campaign = fixture.on(program, batch());
        for (var address : List.of(list, own(campaign), own(campaign) + "/dry-run")) {
            var page = visits.page(SignedIn.viewer(), address);
            assertThat(page.select("main button, main form, main a[href$=edit], main a[href$=new]"))
                    .as(address)
                    .isEmpty();
        }
        assertThat(visits.get(SignedIn.viewer(), list + "/new")).hasStatus(403);
        assertThat(visits.post(SignedIn.viewer(), own(campaign) + "/state", "to", "PAUSED"))
                .hasStatus(403);
        assertThat(visits.get(SignedIn.managerOf(members.program(null).key()), own(campaign)))
                .hasStatus(404);
    }

    private static Definition batch() {
        return CampaignFixture.batch(
                Audience.of(new Condition.StatusIs(CampaignFixture.keys(StatusCode.INVITED, StatusCode.ATTENDED))),
                Again.ONCE,
                new Action.ChangeStatus(StatusCode.REGISTERED.name(), ""),
                new Action.WaitFor(1, EventTime.Unit.DAYS),
                new Action.Nothing());
    }

    @Test
    void aProgramWithoutCampaignsSaysWhatTheyAreFor() {
        withoutRecipes();
        var page = visits.page(SignedIn.manager(), list);
        assertThat(page.select(".empty-state h2").text()).isEqualTo("No campaigns yet");
        assertThat(page.select(".empty-state a").text()).isEqualTo("New campaign");
    }

    @Test
    void threeCampaignsAreListedWithAsManyQueriesAsOne() {
        withoutRecipes();
        fixture.on(program, batch());
        visits.page(SignedIn.viewer(), list);
        var one = Queries.of(() -> visits.page(SignedIn.viewer(), list)).size();
        fixture.on(program, batch());
        fixture.on(program, batch());

        assertThat(Queries.of(() -> visits.page(SignedIn.viewer(), list))).hasSize(one);
        assertThat(visits.page(SignedIn.viewer(), list).select("#campaigns-table tbody tr"))
                .hasSize(3);
    }

    @Test
    void aCampaignIsPausedGoesOnIsStoppedAndRemoved() {
        var campaign = fixture.on(program, batch());
        var state = own(campaign) + "/state";
        assertThat(said(visits.post(SignedIn.manager(), state, "to", "PAUSED"))).isEqualTo("campaign.done.PAUSED");
        var paused = visits.page(SignedIn.manager(), own(campaign));
        assertThat(texts(paused, ".page-actions > form button")).containsExactly("Go on");

        var back = visits.post(SignedIn.manager(), state, "to", "ON", "from", "list");
        assertThat(back).hasRedirectedUrl(list);
        assertThat(said(back)).isEqualTo("campaign.done.ON");
        assertThat(said(visits.post(SignedIn.manager(), state, "to", "STOPPED")))
                .isEqualTo("campaign.done.STOPPED");

        var archived = visits.post(SignedIn.manager(), state, "to", "ARCHIVED");
        assertThat(archived).hasStatus(303).hasRedirectedUrl(list);
        assertThat(visits.page(SignedIn.manager(), list).select("[data-campaign-id=%d]".formatted(campaign)))
                .isEmpty();
    }

    @Test
    void whatStandsAgainstItIsSaidWhereItCannotBeSwitchedOn() {
        var rejects = CampaignFixture.batch(
                Audience.EVERYBODY, Again.ONCE, new Action.ChangeStatus(StatusCode.REJECTED.name(), ""));
        var campaign = campaigns.create(program, "No reason", rejects, Actor.SYSTEM);

        assertThat(said(visits.post(SignedIn.manager(), own(campaign) + "/state", "to", "ON")))
                .isEqualTo("campaign.not-on");
        assertThat(texts(visits.page(SignedIn.manager(), own(campaign)), "#problems li"))
                .containsExactly("Step 1: Rejecting somebody needs a reason.");
        assertThat(visits.page(SignedIn.manager(), own(campaign) + "/dry-run").select("#run-now, #switch-on"))
                .isEmpty();
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndRunsOnce() {
        members.members(program, 2, StatusCode.INVITED);
        members.members(program, 1, StatusCode.ATTENDED);
        var campaign = fixture.on(program, batch());
        var page = visits.page(SignedIn.manager(), own(campaign) + "/dry-run");
        assertThat(page.select("#qualify").text()).isEqualTo("3 would come in");
        assertThat(page.select("#some tbody tr")).hasSize(3);
        assertThat(texts(page, ".result-what"))
                .containsExactly("Set the status Registered", "Wait 1 day", "Do nothing");
        assertThat(texts(page, ".result-why li")).containsExactly("1 they are already past that status");
        var form = page.expectFirst("#run-now");
        assertThat(form.select("button").text()).isEqualTo("Run now for these 3");
        assertThat(fixture.entries(campaign)).as("nothing is written").isEmpty();

        var request = form.expectFirst("[name=requestId]").val();
        var run = own(campaign) + "/runs";
        var first = visits.post(SignedIn.manager(), run, "previewed", "3", "requestId", request);
        var second = visits.post(SignedIn.manager(), run, "previewed", "3", "requestId", request);

        assertThat(first).hasStatus(303).hasRedirectedUrl(own(campaign));
        assertThat(second).hasStatus(303).hasRedirectedUrl(own(campaign));
        assertThat(said(second)).isEqualTo("campaign.ran");
        fixture.work(program);
        assertThat(fixture.entries(campaign)).isEqualTo(java.util.Map.of("GOING", 3L));
        var again = visits.page(SignedIn.manager(), own(campaign) + "/dry-run");
        assertThat(again.select("#again").text()).isEqualTo("1 fits as well, but was in it before");
        assertThat(again.select("#run-now")).isEmpty();
    }

    /** The confirmation has the join link, which only one of them has. */
    @Test
    void aDryRunSaysWhoHasNoWayInYet() {
        members.members(program, 2, StatusCode.INVITED);
        members.member(program, StatusCode.REGISTERED);
        var mails =
                CampaignFixture.batch(Audience.EVERYBODY, Again.ONCE, CampaignFixture.mail(fixture.template(program)));
        var page = visits.page(SignedIn.manager(), own(fixture.on(program, mails)) + "/dry-run");
        assertThat(texts(page, ".result-why li"))
                .containsExactly("2 get no mail: it leads into the webinar, and they are not let in yet");
    }

    @Test
    void aRunForOthersThanWereSeenIsNotMade() {
        members.members(program, 2, StatusCode.INVITED);
        var campaign = fixture.on(program, batch());
        var answer = visits.post(SignedIn.manager(), own(campaign) + "/runs", "previewed", "1", "requestId", "x");
        assertThat(answer).hasStatus(409);
        assertThat(CampaignVisits.read(answer).select("#objection").text())
                .startsWith("The dry run was for 1 members; now it would be 2.");
        assertThat(fixture.entries(campaign)).isEmpty();
    }

    @Test
    void aLargeRunIsConfirmedByItsNumber() {
        members.members(program, 101, StatusCode.INVITED);
        var campaign = fixture.on(program, batch());
        var page = visits.page(SignedIn.manager(), own(campaign) + "/dry-run");
        assertThat(page.select("label[for=typed]").text()).isEqualTo("Type 101 to confirm");
        assertThat(page.select("#some tbody tr")).hasSize(50);
        var run = own(campaign) + "/runs";
        assertThat(visits.post(SignedIn.manager(), run, "previewed", "101", "requestId", "a"))
                .hasStatus(409);
        assertThat(visits.post(SignedIn.manager(), run, "previewed", "101", "typed", "101", "requestId", "a"))
                .hasStatus(303);
    }

    @Test
    void oneThatIsOffIsSwitchedOnBeforeItIsRun() {
        members.members(program, 1, StatusCode.INVITED);
        var campaign = campaigns.create(program, "Off", batch(), Actor.SYSTEM);
        var page = visits.page(SignedIn.manager(), own(campaign) + "/dry-run");
        assertThat(page.select("#run-now")).isEmpty();
        assertThat(visits.post(SignedIn.manager(), own(campaign) + "/runs", "requestId", "x"))
                .hasStatus(409);
        var on = visits.post(SignedIn.manager(), own(campaign) + "/state", "to", "ON", "from", "dry-run");
        assertThat(on).hasRedirectedUrl(own(campaign) + "/dry-run");
        assertThat(visits.page(SignedIn.manager(), leadsTo(on)).select("#run-now"))
                .hasSize(1);
    }

    @Test
    void aRunThatCameTooLateIsShownWithTheReason() {
        members.members(program, 2, StatusCode.REGISTERED);
        var hourBefore = new EventTime(EventTime.Point.START, EventTime.Side.BEFORE, 1, EventTime.Unit.HOURS);
        var campaign = fixture.on(
                program, CampaignFixture.definition(new Trigger.Around(hourBefore), Again.ONCE, new Action.Remove()));
        clock.set(program.startsAt().minus(Duration.ofMinutes(20)));
        runs.startDue();

        assertThat(visits.page(SignedIn.viewer(), own(campaign))
                        .select("#runs li")
                        .text())
                .contains("left out", "It was planned for 9 Mar 2026, 09:00 CET", "too late")
                .doesNotContain("nobody came in");
    }

    @Test
    void thePageOfACampaignTellsWhatCameOfEachStep() {
        members.members(program, 2, StatusCode.INVITED);
        var past = members.member(program, StatusCode.ATTENDED);
        var campaign = fixture.on(program, batch());
        campaigns.run(program, campaign, Actor.SYSTEM);
        var before = visits.page(SignedIn.viewer(), own(campaign)).expectFirst("#results");
        assertThat(before.attr("hx-get")).as("looks again while much happens").isEqualTo(own(campaign));
        fixture.work(program);

        var page = visits.page(SignedIn.viewer(), own(campaign));

        assertThat(texts(page, "[data-step=1] .result-counts div")).containsExactly("entered 3", "done 2", "refused 1");
        assertThat(texts(page, "[data-step=1] .result-why li")).containsExactly("1 they are already past that status");
        assertThat(texts(page, "[data-step=2] .result-counts div")).contains("entered 3");
        assertThat(texts(page, "#entries tbody tr")).hasSize(3);
        assertThat(texts(page, ".campaign-people .segments a")).containsExactly("All", "inside 3");
        assertThat(page.select("#runs li").text()).contains("Rollcall · 3 came in");
        assertThat(page.select("#versions li").text()).contains("version 1 · Rollcall");
        assertThat(page.select("#audience").text()).isEqualTo("Members where the status is Invited or Attended");
        assertThat(visits.part(SignedIn.viewer(), own(campaign)).select("#results"))
                .hasSize(1);

        var one = visits.page(SignedIn.viewer(), own(campaign) + "?member=" + past);
        assertThat(one.select("#entries tbody th a").eachAttr("href"))
                .containsExactly("/programs/%d/members/%d".formatted(program.key(), past));
        var own = visits.page(SignedIn.viewer(), "/programs/%d/members/%d".formatted(program.key(), past));
        assertThat(own.select(".timeline-what a[href*=campaigns]").eachAttr("href"))
                .as("the member's page leads to what became of them here")
                .containsExactly(own(campaign) + "?member=" + past + "#people");
        assertThat(texts(visits.page(SignedIn.viewer(), own(campaign) + "?state=FAILED"), "#nobody"))
                .containsExactly("Nobody stands like that.");
    }

    @Test
    void entriesArePagedByKey() {
        members.members(program, 51, StatusCode.INVITED);
        var campaign = fixture.on(program, batch());
        campaigns.run(program, campaign, Actor.SYSTEM);
        var first = visits.page(SignedIn.viewer(), own(campaign));
        assertThat(first.select("#entries tbody tr")).hasSize(50);
        var second =
                visits.page(SignedIn.viewer(), first.expectFirst("#pager-next").attr("href"));
        assertThat(second.select("#entries tbody tr")).hasSize(1);
        assertThat(second.select("#pager-previous").attr("href")).isEqualTo(own(campaign) + "?#people");
        assertThat(second.select("#pager-next")).isEmpty();
    }

    @Test
    void threeEntriesAreShownWithAsManyQueriesAsOne() {
        members.members(program, 1, StatusCode.INVITED);
        var campaign = fixture.on(program, batch());
        campaigns.run(program, campaign, Actor.SYSTEM);
        visits.page(SignedIn.viewer(), own(campaign));
        var one =
                Queries.of(() -> visits.page(SignedIn.viewer(), own(campaign))).size();
        members.members(program, 2, StatusCode.INVITED);
        clock.advance(Duration.ofMinutes(1));
        campaigns.run(program, campaign, Actor.SYSTEM);

        assertThat(Queries.of(() -> visits.page(SignedIn.viewer(), own(campaign))))
                .hasSize(one);
        assertThat(visits.page(SignedIn.viewer(), own(campaign)).select("#entries tbody tr"))
                .hasSize(3);
    }

    @Test
    void whoFailedIsTriedAgain() {
        members.members(program, 1, StatusCode.INVITED);
        var campaign = fixture.on(program, batch());
        campaigns.run(program, campaign, Actor.SYSTEM);
        jdbc.sql("""
            update campaign_entry set state = 'FAILED', due_at = null, problem = 'campaign.failed.unexpected'
            where campaign_id = :id\
            """).param("id", campaign).update();
        var page = visits.page(SignedIn.manager(), own(campaign));
        assertThat(page.select("#retry button").text()).isEqualTo("Try the one who failed again");
        assertThat(page.select("#entries .problem").text()).startsWith("Something went wrong in Rollcall.");

        var answer = visits.post(SignedIn.manager(), own(campaign) + "/retries");
        assertThat(answer).hasStatus(303).hasRedirectedUrl(own(campaign));
        assertThat(fixture.entries(campaign)).containsOnlyKeys("GOING");
    }

    @Test
    void theCalendarShowsAMonthByItsDays() {
        var sends = "/programs/%d/sends".formatted(program.key());
        assertThat(visits.page(SignedIn.viewer(), sends)
                        .select(".empty-state h2")
                        .text())
                .isEqualTo("Nothing in this month");
        campaigns.switchOnRecipes(program, Actor.SYSTEM);
        var page = visits.page(SignedIn.viewer(), sends);
        assertThat(page.select("#month").text()).isEqualTo("March 2026");
        assertThat(texts(page, "#sends .day")).isNotEmpty();
        assertThat(texts(page, "#sends tr:not(.day) .label")).containsOnly("Planned");
        assertThat(page.select("#month-before").attr("href")).isEqualTo(sends + "?month=2026-02");
        assertThat(visits.page(SignedIn.viewer(), sends + "?month=2026-04")
                        .select(".empty-next")
                        .attr("href"))
                .isEqualTo(sends + "?month=2026-03");
        assertThat(visits.get(SignedIn.viewer(), sends + "?month=soon")).hasStatus(400);
    }

    @Test
    void theCalendarTellsWhatWentOutByTheHour() {
        var campaign = fixture.on(program, batch());
        for (var at : List.of("2026-03-01T22:50:00Z", "2026-03-01T23:10:00Z", "2026-03-01T23:20:00Z")) {
            jdbc.sql("""
                insert into letter (program_id, template_id, purpose, priority, campaign_id, state, tries, maybe_twice,
                    created_at, settled_at)
                values (:program, :template, 'OPERATIONAL', 50, :campaign, 'IN_MAILBOX', 1, false, :at, :at)\
                """)
                    .param("program", program.key())
                    .param("template", fixture.template(program))
                    .param("campaign", campaign)
                    .param("at", java.sql.Timestamp.from(java.time.Instant.parse(at)))
                    .update();
        }
        var page = visits.page(SignedIn.viewer(), "/programs/%d/sends".formatted(program.key()));
        assertThat(texts(page, "#sends tbody tr"))
                .containsExactly(
                        "Sunday 1 March",
                        "23:50 CET Campaign Confirmation 1 Done",
                        "Monday 2 March",
                        "00:10 CET Campaign Confirmation 2 Done");
    }
}
