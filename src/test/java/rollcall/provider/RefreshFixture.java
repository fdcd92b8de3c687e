package rollcall.provider;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.job.JobRunner;
import rollcall.job.JobState;
import rollcall.member.MembersFixture;
import rollcall.member.Registrations;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** Programs at a scripted provider, members whom it has accepted, and refreshes that are run to their end. */
@Component
public class RefreshFixture {

    private final Webinars webinars;
    private final Refreshes refreshes;
    private final RefreshRows rows;
    private final ScriptedReport provider;
    private final MembersFixture members;
    private final Registrations registrations;
    private final JobRunner runner;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    RefreshFixture(
            Webinars webinars,
            Refreshes refreshes,
            RefreshRows rows,
            ScriptedReport provider,
            MembersFixture members,
            Registrations registrations,
            JobRunner runner,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.webinars = webinars;
        this.refreshes = refreshes;
        this.rows = rows;
        this.provider = provider;
        this.members = members;
        this.registrations = registrations;
        this.runner = runner;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    public Program program() {
        return at(members.program(null));
    }

    Program at(Program program) {
        webinars.choose(program, ScriptedReport.KIND);
        return program;
    }

    ScriptedReport.Script script(Program program) {
        return provider.of(program);
    }

    /** The program's provider answers nothing more until what is answered here is run. */
    public Runnable hold(Program program) {
        var gate = new CountDownLatch(1);
        script(program).gate = gate;
        return gate::countDown;
    }

    /** Registered, and accepted by the provider a day before the event under {@code r-<member>}. */
    public List<Long> registered(Program program, int count) {
        var ids = members.members(program, count, StatusCode.REGISTERED);
        ids.forEach(id -> accepted(program, id, program.startsAt().minus(Duration.ofDays(1))));
        return ids;
    }

    long registered(Program program) {
        return registered(program, 1).getFirst();
    }

    /** With nothing left to send, so that no worker finds it out again later than that. */
    void accepted(Program program, long member, Instant at) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                update push set state = 'ACCEPTED', due_at = null, owner = null, lease_until = null, settled_at = :at
                where member_id = :member and due_at is not null\
                """)
                    .param("at", Timestamp.from(at))
                    .param("member", member)
                    .update();
            registrations.accepted(program.key(), member, "r-" + member, null, at);
        });
    }

    public String emailOf(long member) {
        return jdbc.sql("select p.email from person p join member m on m.person_id = p.id where m.id = :id")
                .param("id", member)
                .query(String.class)
                .single();
    }

    static AttendanceRecord came(long member, Program program, int minutes) {
        return new AttendanceRecord(
                member, null, "", "Somebody", program.startsAt().plusSeconds(60), Duration.ofMinutes(minutes));
    }

    static AttendanceRecord came(String registrantId, String email, String name, Program program, int minutes) {
        return new AttendanceRecord(
                null, registrantId, email, name, program.startsAt().plusSeconds(60), Duration.ofMinutes(minutes));
    }

    static Registrant registrant(long member, Registrant.State state, String words, @Nullable Instant since) {
        return new Registrant(new RegistrantRef("r-" + member, ""), member, "Somebody", state, null, words, since);
    }

    /** Somebody who is registered at the provider and of whom it tells us no id of ours. */
    static Registrant stranger(String registrantId, String email, String name) {
        return new Registrant(
                new RegistrantRef(registrantId, email), null, name, Registrant.State.APPROVED, null, "", null);
    }

    /** Whether providers say themselves who did not come. */
    void noShowList(boolean has) {
        provider.noShowList = has;
    }

    /** Runs one to its end. */
    Refresh run(Program program, RefreshOrder order) {
        var started = refreshes.start(program, order);
        await().pollInSameThread().until(() -> runner.run(started.jobId())); // a scheduler may be at it as well
        return rows.find(program.key(), started.refreshId()).orElseThrow();
    }

    Refresh run(Program program) {
        return run(program, RefreshOrder.now(Actor.SYSTEM, null));
    }

    /** As others may want it: a refresh of a program in which somebody came, somebody did not, and a stranger was. */
    public long ran(Program program) {
        var script = script(program);
        script.live.add(came(registered(program), program, 52));
        script.live.add(came("stranger", "stranger@example.org", "A Stranger", program, 12));
        registered(program);
        return run(program).id();
    }

    /**
     * A program that is refreshed by hand only and whose provider tells of one member and of one stranger, Dial-in 12; answers a
     * second member, of whom it does not tell.
     */
    public long untold(Program program) {
        jdbc.sql("update webinar set refreshes_itself = false where program_id = :program")
                .param("program", program.key())
                .update();
        script(program).live.add(came(registered(program), program, 52));
        script(program).live.add(came("phone", "", "Dial-in 12", program, 12));
        return registered(program);
    }

    /** A program that is over and whose provider tells of strangers with that name. */
    public Program tellingOf(Program over, String name) {
        at(over);
        script(over).live.add(came("long", "", name, over, 52));
        script(over).onDemand.add(came("longer", "somebody.with.a.long.address@example.org", name, over, 7));
        script(over).registrants.add(stranger("signed-up", "only.signed.up@example.org", name));
        return over;
    }

    /** The id of a refresh that stands like that, with words of the provider's. */
    public long inState(Program program, JobState state, String words) {
        jdbc.sql("""
            insert into refresh (program_id, provider, event_id, preview, automatic, confirmed_empty, actor_key,
                actor_name, asked_at, started_at, event_state, registrants, live, on_demand, complete, unmatched,
                ended_at, end_state, problem, words)
            values (:program, 'scripted-report', 'x', false, true, false, 'system',
                'Rollcall', :now, :now, 'ENDED', 1400, 1200, 0, false, 0, :ended, :state, :problem, :words)\
            """)
                .param("program", program.key())
                .param("now", Timestamp.from(program.endsAt()))
                .param("ended", state.ended() ? Timestamp.from(program.endsAt().plusSeconds(200)) : null)
                .param("state", state.ended() ? state.name() : null)
                .param("problem", state == JobState.FAILED ? RefreshProblem.UNCLEAR.name() : null)
                .param("words", ProviderFailure.cut(words))
                .update();
        return jdbc.sql("select max(id) from refresh where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .single();
    }

    /** The id of a refresh of that program, which gets a provider if it has none. */
    public long refreshOf(Program program) {
        return run(at(program)).id();
    }

    /** The id of somebody who attended and matches nobody. */
    public long strangerIn(Program program) {
        jdbc.sql("""
            insert into unmatched_attendee (program_id, person_key, email, name, live_seconds, first_seen_at,
                last_seen_at, state)
            values (:program, :key, '', 'A Stranger', 60, current_timestamp, current_timestamp, 'OPEN')\
            """)
                .param("program", program.key())
                .param("key", "n:" + UUID.randomUUID())
                .update();
        return jdbc.sql("select max(id) from unmatched_attendee where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .single();
    }

    /** What it came to, as words: {@code CHANGED REGISTERED→ATTENDED}, with the number. */
    Map<String, Integer> counts(Refresh refresh) {
        var counts = new TreeMap<String, Integer>();
        jdbc.sql("select outcome, from_status, to_status, n from refresh_count where refresh_id = :id")
                .param("id", refresh.id())
                .query(row -> {
                    var what = "%s %s→%s".formatted(row.getString(1), row.getString(2), row.getString(3));
                    counts.put(what, row.getInt(4));
                });
        return counts;
    }

    int findings(Refresh refresh) {
        return jdbc.sql("select count(*) from refresh_finding where refresh_id = :id")
                .param("id", refresh.id())
                .query(Integer.class)
                .single();
    }

    List<String> unmatched(Program program) {
        return jdbc.sql("""
            select name || ' ' || coalesce(cast(live_seconds as varchar(20)), '-') || ' '
                || coalesce(cast(on_demand_seconds as varchar(20)), '-') || ' ' || state
            from unmatched_attendee where program_id = :program order by name desc\
            """).param("program", program.key()).query(String.class).list();
    }

    long unmatchedId(Program program, String name) {
        return jdbc.sql("select id from unmatched_attendee where program_id = :program and name = :name")
                .param("program", program.key())
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** How long a member was there, live and afterwards. */
    List<Integer> minutes(long member) {
        return jdbc.sql("select live_minutes, on_demand_minutes from member where id = :id")
                .param("id", member)
                .query((row, n) -> {
                    var minutes = new ArrayList<Integer>();
                    minutes.add(row.getObject(1, Integer.class));
                    minutes.add(row.getObject(2, Integer.class));
                    return minutes;
                })
                .single();
    }

    /** The newest change as words, with its reason, author and cause. */
    String lastChange(long member) {
        return jdbc.sql("""
            select c.to_status || ' (' || c.reason || ') ' || s.actor_key || ' ' || s.cause
            from status_change c join change_set s on s.id = c.change_set_id
            where c.member_id = :id order by c.seq desc limit 1\
            """).param("id", member).query(String.class).single();
    }
}
