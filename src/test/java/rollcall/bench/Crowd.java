package rollcall.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;

/**
 * A program full of people who were invited. They are put there by plain SQL, many at a time: coming in through the door is
 * not what is measured, and a million of them would take longer than everything that is.
 */
public final class Crowd {

    private static final int CHUNK = 20_000;

    private final Ground ground;
    private final Program program;
    private final long changeSet;

    private Crowd(Ground ground, Program program) {
        this.ground = ground;
        this.program = program;
        this.changeSet = changeSet();
    }

    /** A new program with that many members, as if one import had brought them. */
    public static Program of(Ground ground, String name, int size) {
        var start = Instant.parse("2035-05-01T10:00:00Z");
        var plan = new ProgramPlan(
                name, "", start, start.plus(1, ChronoUnit.HOURS), ZoneOffset.UTC, null, false, false, false, null);
        var crowd = new Crowd(ground, ground.bean(Programs.class).create(Actor.SYSTEM, plan));
        for (int from = 0; from < size; from += CHUNK) {
            crowd.bring(from, Math.min(size, from + CHUNK));
        }
        ground.jdbc().sql("analyze").update();
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
            return history(member, until - from);
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
            select cast(:program as bigint), id, 'INVITED', 10, '', created_at, created_at, 1,
                cast(:set as bigint), 'IMPORT', 'bench', 'NONE', name_key, given_key, email_key, company_key
            from person where id > :after order by id\
            """)
                .params(Map.of("program", program.key(), "set", changeSet, "after", after))
                .update();
    }

    private int history(long after, int members) {
        jdbc().sql("""
            insert into status_change (member_id, change_set_id, seq, to_status, to_step, reason, happened_at)
            select id, change_set_id, 1, status, status_step, '', joined_at from member where id > :after order by id\
            """).param("after", after).update();
        return jdbc().sql("insert into status_count (program_id, status, n) values (:program, 'INVITED', :n)")
                .param("program", program.key())
                .param("n", members)
                .update();
    }
}
