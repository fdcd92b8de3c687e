package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REGISTRATION_ERROR;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.account.Role;
import rollcall.member.MembersFixture;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.provider.RefreshFixture;
import rollcall.testing.TestClock;

/** A program runs from invitation to follow-up by its recipes alone. */
abstract class RecipesTests extends EmptyFeed {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private RefreshFixture refreshes;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Recipes recipes;

    @Autowired
    private Runs runs;

    @Autowired
    private Access access;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    /** How many letters each recipe has written. */
    private Map<String, Long> letters(Program program) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("""
            select t.recipe, count(*) as n from letter l join mail_template t on t.id = l.template_id
            where l.program_id = :p group by t.recipe\
            """).param("p", program.key()).query(row -> {
            counts.put(row.getString("recipe"), row.getLong("n"));
        });
        return counts;
    }

    private long campaign(Program program, Recipe recipe) {
        return campaigns.of(program.key()).stream()
                .filter(one -> recipe.name().equals(one.recipe()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void work(Program program) {
        runs.startDue();
        fixture.work(program);
    }

    @Test
    void fromInvitationToFollowUp() {
        var program = refreshes.program();
        var member = members.member(program, INVITED);
        members.member(program, INVITED);
        assertThat(campaigns.switchOnRecipes(program, Actor.SYSTEM)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        campaigns.run(program, campaign(program, Recipe.INVITATION), Actor.SYSTEM);
        fixture.ask(program, REGISTERED, member);
        work(program);
        assertThat(letters(program)).isEqualTo(Map.of("INVITATION", 2L)); // nothing is confirmed that is not accepted

        fixture.ask(program, REGISTRATION_ERROR, member);
        work(program);
        clock.advance(Duration.ofMinutes(1));
        refreshes.registered(program, 2);
        work(program);
        assertThat(letters(program)).isEqualTo(Map.of("INVITATION", 2L, "CONFIRMATION", 2L));

        clock.set(program.startsAt().minus(Duration.ofDays(1)));
        work(program);
        clock.set(program.startsAt().minus(Duration.ofHours(1)));
        work(program);
        clock.set(program.endsAt().plus(Duration.ofHours(4)));
        refreshes.ran(program);
        work(program);
        assertThat(letters(program))
                .isEqualTo(Map.of(
                        "INVITATION", 2L,
                        "CONFIRMATION", 4L,
                        "REMINDER_DAY", 2L,
                        "REMINDER_HOUR", 2L,
                        "FOLLOW_UP_ATTENDED", 1L,
                        "FOLLOW_UP_NO_SHOW", 3L));
    }

    @Test
    void decisionsAndErrorsAreToldEach() {
        var program = members.program(null);
        campaigns.switchOnRecipes(program, Actor.SYSTEM);
        members.member(program, PENDING_APPROVAL);
        members.member(program, REJECTED);
        var waiting = members.member(program, WAITLISTED);
        work(program);
        assertThat(letters(program)).isEqualTo(Map.of("PENDING_APPROVAL", 1L, "REJECTION", 1L, "WAITLISTED", 1L));

        clock.advance(Duration.ofMinutes(1));
        fixture.ask(program, REGISTERED, waiting);
        work(program);
        assertThat(letters(program)).containsEntry("SEAT_CAME_FREE", 1L).containsEntry("CONFIRMATION", 1L);
    }

    @Test
    void approversAreRemindedOfWhoeverWaitsADay() {
        var program = members.program(null);
        campaigns.switchOnRecipes(program, Actor.SYSTEM);
        colleague(program, Role.APPROVER);
        var decided = members.member(program, PENDING_APPROVAL);
        members.member(program, PENDING_APPROVAL);
        work(program);
        clock.advance(Duration.ofHours(23));
        fixture.ask(program, REGISTERED, decided);
        work(program);
        assertThat(told(program)).isZero();

        clock.advance(Duration.ofHours(2));
        work(program);
        var approvers = access.whoMay(program.key(), Act.APPROVE).size();
        assertThat(told(program)).isEqualTo(approvers).isPositive();
        assertThat(said(program))
                .allMatch(text -> text.endsWith("/approvals?program=" + program.key()))
                .allMatch(text -> text.contains("Whoever waits longest has waited for a day."));
    }

    @Test
    void approversAreToldHowLongTheOldestHasWaitedAndOthersOfMembers() {
        var program = members.program(null);
        colleague(program, Role.MANAGER);
        var oldest = members.member(program, PENDING_APPROVAL);
        clock.advance(Duration.ofDays(3));
        fixture.on(
                program,
                CampaignFixture.definition(
                        CampaignFixture.to(PENDING_APPROVAL),
                        CampaignFixture.EACH_TIME,
                        new Action.Notify(Act.APPROVE, "Please look", "")));
        fixture.on(
                program,
                CampaignFixture.definition(
                        CampaignFixture.to(PENDING_APPROVAL),
                        CampaignFixture.EACH_TIME,
                        new Action.Notify(Act.MANAGE, "Somebody came", "")));
        members.member(program, PENDING_APPROVAL);
        work(program);

        assertThat(said(program, "Please look"))
                .isNotEmpty()
                .allMatch(text -> text.contains("Whoever waits longest has waited for 3 days."))
                .allMatch(text -> text.endsWith("/approvals?program=" + program.key()));
        assertThat(said(program, "Somebody came"))
                .isNotEmpty()
                .allMatch(text -> text.endsWith("/programs/" + program.key() + "/members"));
        assertThat(members.statusOf(oldest)).isEqualTo("PENDING_APPROVAL");
    }

    private void colleague(Program program, Role role) {
        accounts.create(
                Actor.SYSTEM,
                new NewAccount("team@r" + program.key() + ".example.org", "Team", Rights.in(program.key(), role)));
    }

    private List<String> said(Program program) {
        return jdbc.sql("select body from letter where program_id = :p and account_key is not null")
                .param("p", program.key())
                .query(String.class)
                .list();
    }

    private List<String> said(Program program, String subject) {
        return jdbc.sql("select body from letter where program_id = :p and account_key is not null and subject ="
                        + " :subject")
                .param("p", program.key())
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private long told(Program program) {
        return jdbc.sql("""
            select count(*) from letter where program_id = :p and account_key is not null\
            """).param("p", program.key()).query(Long.class).single();
    }

    @Test
    void aProgramThatCameBeforeRecipesDidGetsThem() {
        var program = members.program(null);
        jdbc.sql("delete from campaign where program_id = :p")
                .param("p", program.key())
                .update();
        jdbc.sql("delete from mail_template where program_id = :p")
                .param("p", program.key())
                .update();

        recipes.giveToThoseWithout();
        recipes.giveToThoseWithout();

        assertThat(campaigns.of(program.key())).hasSize(Recipe.values().length);
    }
}
