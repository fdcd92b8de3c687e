package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.provider.RefreshFixture.came;
import static rollcall.provider.RefreshFixture.registrant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** A provider that says itself who did not come. */
abstract class NoShowListTests {

    @Autowired
    private RefreshFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private TestClock clock;

    private Program program;
    private ScriptedReport.Script script;
    private final Map<String, Long> cast = new LinkedHashMap<>();

    @BeforeEach
    void begin() {
        fixture.noShowList(true);
        program = fixture.program();
        script = fixture.script(program);
        cast.clear();
    }

    @AfterEach
    void end() {
        fixture.noShowList(false);
    }

    /** Everybody of the table, and what the provider says of them. */
    private void perform() {
        cast("came, not named", false, true);
        cast("came, and named", true, true);
        cast("named", true, false);
        cast("not named", false, false);
        fixture.accepted(program, cast("named, accepted at the end", true, false), program.endsAt());
        changes.change(members.ask(program, StatusCode.REGISTRATION_ERROR), cast("named, in error", true, false));
        script.noShows.add(
                registrant(named("named, invited", StatusCode.INVITED), Registrant.State.APPROVED, "", null));
    }

    private long named(String who, StatusCode status) {
        cast.put(who, members.member(program, status));
        return cast.get(who);
    }

    private long cast(String who, boolean named, boolean came) {
        var member = fixture.registered(program);
        cast.put(who, member);
        if (named) {
            script.noShows.add(registrant(member, Registrant.State.APPROVED, "", null));
        }
        if (came) {
            script.live.add(came(member, program, 12));
        }
        return member;
    }

    private String table() {
        var lines = new StringBuilder();
        cast.forEach((who, member) -> lines.append("%-26s | %s\n".formatted(who, members.statusOf(member))));
        return lines.toString();
    }

    private void at(Duration afterTheEnd) {
        clock.set(program.endsAt().plus(afterTheEnd));
    }

    @Test
    void whomItNamesDidNotComeAndNobodyElse() {
        perform();
        at(Duration.ofHours(1));

        var refresh = fixture.run(program);

        assertThat(refresh).returns(NoShows.MARKED, Refresh::noShows).returns(5, Refresh::missed);
        assertThat(table()).isEqualTo("""
            came, not named            | ATTENDED
            came, and named            | ATTENDED
            named                      | NO_SHOW
            not named                  | REGISTERED
            named, accepted at the end | REGISTERED
            named, in error            | REGISTRATION_ERROR
            named, invited             | INVITED
            """);
        assertThat(script.calls).containsExactly("describe", "registrants", "live", "on-demand", "no-shows");
        assertThat(fixture.counts(fixture.run(program))).isEqualTo(Map.of("THERE ATTENDED→ATTENDED", 2));
    }

    /** The guards of rule 8 are none of the provider's. */
    @Test
    void whomItNamesIsNotBelievedBeforeTheReportAllowsIt() {
        perform();
        at(Duration.ofMinutes(29));
        assertThat(fixture.run(program)).returns(NoShows.TOO_SOON, Refresh::noShows);
        at(Duration.ofHours(1));
        script.complete = false;
        assertThat(fixture.run(program)).returns(NoShows.INCOMPLETE, Refresh::noShows);
        script.complete = true;
        script.live.clear();
        assertThat(fixture.run(program)).returns(NoShows.NOBODY_CAME, Refresh::noShows);
        script.state = EventDetails.State.LIVE;
        assertThat(fixture.run(program))
                .returns(NoShows.NOT_ENDED, Refresh::noShows)
                .returns(null, Refresh::missed);

        assertThat(members.statusOf(cast.get("named"))).isEqualTo("REGISTERED");
    }

    @Test
    void whoeverSaysThatNobodyCameSaysItOfAll() {
        var named = cast("named", true, false);
        var other = cast("not named", false, false);
        at(Duration.ofHours(1));

        fixture.run(program, RefreshOrder.nobodyCame(Actor.SYSTEM, null));

        assertThat(members.statusOf(named)).isEqualTo("NO_SHOW");
        assertThat(members.statusOf(other)).isEqualTo("NO_SHOW");
    }

    @Test
    void theListIsReadAPageAtATime() {
        var first = cast("first", true, false);
        var last = cast("last", true, false);
        cast("came", false, true);
        script.pageSize = 1;
        at(Duration.ofHours(1));

        var refresh = fixture.run(program);

        assertThat(refresh.missed()).isEqualTo(2);
        assertThat(members.statusOf(first)).isEqualTo("NO_SHOW");
        assertThat(members.statusOf(last)).isEqualTo("NO_SHOW");
    }
}
