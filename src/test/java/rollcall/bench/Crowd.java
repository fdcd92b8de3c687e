package rollcall.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/**
 * A program full of people. They are put there by plain SQL, many at a time: coming in through the door is not what is
 * measured, and a million of them would take longer than everything that is.
 */
public final class Crowd {

    private static final int CHUNK = 20_000;
    private static final int NEIGHBOURS = 200;
    private static final int IN_EACH = 50;

    private final Ground ground;
    private final Program program;
    private final List<StatusCode> statuses;
    private final long changeSet;

    private Crowd(Ground ground, Program program, List<StatusCode> statuses) {
        this.ground = ground;
        this.program = program;
        this.statuses = statuses;
        this.changeSet = changeSet();
    }

    /** A new program with that many members, who are invited, as if one import had brought them. */
    public static Program of(Ground ground, String name, int size) {
        return of(ground, plan(name), size, List.of(StatusCode.INVITED));
    }

    /** As {@link #of(Ground, String, int)}; the members have these statuses in turn, which must ask for nothing else. */
    public static Program of(Ground ground, ProgramPlan plan, int size, List<StatusCode> statuses) {
        var program = filled(ground, plan, size, statuses);
        ground.jdbc().sql("analyze").update();
        return program;
    }

    /** So many other programs with a few members each that what is asked of one is not asked of all. */
    public static void neighbours(Ground ground) {
        for (int n = 1; n <= NEIGHBOURS; n++) {
            filled(ground, plan("Neighbour " + n), IN_EACH, List.of(StatusCode.INVITED));
        }
    }

    /** A program without a limit. */
    public static ProgramPlan plan(String name) {
        var start = Instant.parse("2035-05-01T10:00:00Z");
        return new ProgramPlan(
                name, "", start, start.plus(1, ChronoUnit.HOURS), ZoneOffset.UTC, null, false, false, false, null);
    }

    private static Program filled(Ground ground, ProgramPlan plan, int size, List<StatusCode> statuses) {
        var crowd = new Crowd(ground, ground.bean(Programs.class).create(Actor.SYSTEM, plan), statuses);
        for (int from = 0; from < size; from += CHUNK) {
            crowd.bring(from, Math.min(size, from + CHUNK));
        }
        return crowd.program;
    }

    private JdbcClient jdbc() {
        return ground.jdbc();
    }

    private long changeSet() {
        jdbc().sql("""
            insert into change_set (program_id, cause, actor_key, actor_name, made_at)
            values (:program, 'IMPORT', 'bench', 'Bench', current_timestamp)\
            """).param("program", program.key()).update();
        return last("change_set");
    }

    private long last(String table) {
        return jdbc().sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
    }

    private void bring(int from, int until) {
        ground.inTransaction(() -> {
            var person = last("person");
            var member = last("member");
            people(from, until - 1);
            members(person);
            return history(member);
        });
    }

    private void people(int from, int to) {
        var domain = program.name().replace(" ", "").toLowerCase(Locale.ROOT) + ".example.org";
        jdbc().sql("""
            insert into person (version, email, email_key, first_name, last_name, company, job_title, phone, country,
                language, zone, name_key, given_key, company_key, created_at)
            select 1, 'p' || n || '@' || cast(:domain as varchar(100)), 'p' || n || '@' || cast(:domain as varchar(100)),
                'First' || n, 'Last' || n, 'Company ' || mod(n, 1000), '', '', '', '', '', 'last' || n || ' first' || n,
                'first' || n || ' last' || n, 'company ' || mod(n, 1000), current_timestamp
            from generate_series(:from, :to) as numbers(n)\
            """).params(Map.of("domain", domain, "from", from, "to", to)).update();
    }

    private void members(long after) {
        jdbc().sql("""
            insert into member (program_id, person_id, status, status_step, status_reason, changed_at, joined_at, seq,
                change_set_id, source, brought_by, delivery, name_key, given_key, email_key, company_key)
            select cast(:program as bigint), p.id, s.status_key, s.step, '', p.created_at, p.created_at, 1,
                cast(:set as bigint), 'IMPORT', 'bench', 'NONE', p.name_key, p.given_key, p.email_key, p.company_key
            from person p join status s on s.channel_id = :channel and s.status_key = %s
            where p.id > :after order by p.id\
            """.formatted(inTurn()))
                .params(Map.of(
                        "program", program.key(), "channel", program.channelId(), "set", changeSet, "after", after))
                .update();
    }

    private String inTurn() {
        return IntStream.range(0, statuses.size())
                .mapToObj(n -> "when %d then '%s'".formatted(n, statuses.get(n)))
                .collect(Collectors.joining(" ", "case mod(p.id, %d) ".formatted(statuses.size()), " end"));
    }

    private int history(long after) {
        jdbc().sql("""
            insert into status_change (member_id, change_set_id, seq, to_status, to_step, reason, happened_at)
            select id, change_set_id, 1, status, status_step, '', joined_at from member where id > :after order by id\
            """).param("after", after).update();
        return jdbc().sql("""
            insert into status_count (program_id, status, n)
            select program_id, status, cast(count(*) as integer) from member where id > :after group by program_id, status\
            """).param("after", after).update();
    }
}
