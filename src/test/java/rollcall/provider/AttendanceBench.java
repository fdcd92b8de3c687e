package rollcall.provider;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.program.Actor;
import rollcall.program.Program;

/**
 * A report in which everybody of a program attended, read a thousand at a time, matched by address and brought to the
 * members: to status, history and minutes. The floor writes the same rows in the same chunks.
 */
public class AttendanceBench implements Case {

    private static final int CHUNK = 1_000;

    @Override
    public String name() {
        return "attendance";
    }

    @Override
    public void measure(Ground ground, Figures figures) {
        var measured = new ArrayList<Duration>();
        var floor = new ArrayList<Duration>();
        var most = 0L;
        for (int run = 0; run < ground.runs(); run++) {
            var program = Crowd.of(ground, "Report " + run, ground.size());
            var plain = Crowd.of(ground, "Plain report " + run, ground.size());
            var refresh = new long[1];
            measured.add(Ground.time(() -> refresh[0] = refreshed(ground, program)));
            most = Math.max(most, used());
            floor.add(Ground.time(() -> plainly(ground, plain, refresh[0])));
            check(ground, program);
            check(ground, plain);
        }
        figures.beside("attendance of a report", ground.database(), ground.size(), measured, floor);
        figures.alone("heap that is held afterwards", ground.database(), ground.size(), (most >> 20) + " MB");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long refreshed(Ground ground, Program program) {
        ground.bean(Webinars.class).choose(program, ScriptedReport.KIND);
        var script = ground.bean(ScriptedReport.class).of(program);
        script.startsAt = Instant.now().minus(30, HOURS);
        script.endsAt = Instant.now().minus(29, HOURS);
        script.many = ground.size();
        script.nth = n -> new AttendanceRecord(
                null, null, email(program, n), "First%d Last%d".formatted(n, n), script.startsAt, attended(n));
        var started = ground.bean(Refreshes.class).start(program, RefreshOrder.now(Actor.SYSTEM, null));
        Ground.await(() ->
                count(ground, "select count(*) from refresh where id = :id and ended_at is null", started.refreshId())
                        == 0);
        return started.refreshId();
    }

    private static String email(Program program, int n) {
        return "p%d@%s.example.org".formatted(n, program.name().replace(" ", "").toLowerCase(Locale.ROOT));
    }

    private static Duration attended(int n) {
        return Duration.ofMinutes(1 + n % 60);
    }

    private static long count(Ground ground, String sql, long id) {
        return ground.jdbc().sql(sql).param("id", id).query(Long.class).single();
    }

    private static void check(Ground ground, Program program) {
        var there = count(ground, """
            select count(*) from member m join status_change c on c.member_id = m.id and c.seq = m.seq
            where m.program_id = :id and m.status = 'ATTENDED' and c.to_status = 'ATTENDED' and m.live_minutes > 0\
            """, program.key());
        if (there != ground.size()) {
            throw new IllegalStateException("%d of %d attended.".formatted(there, ground.size()));
        }
    }

    /** The same rows in the same chunks, each in a transaction of its own, with nothing in between. */
    private static void plainly(Ground ground, Program program, long refresh) {
        var batches = ground.bean(NamedParameterJdbcTemplate.class);
        for (int from = 0; from < ground.size(); from += CHUNK) {
            var rows = IntStream.range(from, Math.min(ground.size(), from + CHUNK))
                    .mapToObj(n -> new MapSqlParameterSource(Map.of(
                            "refresh", refresh,
                            "email", email(program, n),
                            "name", "First%d Last%d".formatted(n, n),
                            "seconds", attended(n).toSeconds(),
                            "at", Timestamp.from(Instant.now().truncatedTo(MICROS)))))
                    .toArray(SqlParameterSource[]::new);
            ground.inTransaction(() -> batches.batchUpdate("""
                insert into refresh_finding (refresh_id, kind, person_key, email_key, email, name, seconds, happened_at,
                    words)
                values (:refresh, 'LIVE', :email, :email, :email, :name, :seconds, :at, '')\
                """, rows));
        }
        ground.jdbc()
                .sql("""
                    update refresh_finding set member_id = (
                        select m.id from member m where m.program_id = :program and m.email_key = refresh_finding.email_key)
                    where refresh_id = :refresh\
                    """)
                .param("program", program.key())
                .param("refresh", refresh)
                .update();
        var ids = ground.members(program);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            var some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            ground.inTransaction(() -> attend(ground, program, refresh, some.getFirst(), some.getLast()));
        }
        ground.jdbc()
                .sql("delete from refresh_finding where refresh_id = :refresh")
                .param("refresh", refresh)
                .update();
    }

    private static int attend(Ground ground, Program program, long refresh, long from, long to) {
        var jdbc = ground.jdbc();
        jdbc.sql("""
            insert into change_set (program_id, cause, actor_key, actor_name, made_at)
            values (:program, 'PROVIDER', 'bench', 'Bench', current_timestamp)\
            """).param("program", program.key()).update();
        var all = Map.of("program", program.key(), "refresh", refresh, "from", from, "to", to);
        jdbc.sql("""
            update member set previous_status = status, previous_step = status_step, status = 'ATTENDED',
                status_step = 70, seq = seq + 1, changed_at = current_timestamp, success_at = current_timestamp,
                change_set_id = (select max(id) from change_set where program_id = :program),
                status_reason = (select cast(f.seconds / 60 as varchar(10)) || ' min' from refresh_finding f
                    where f.refresh_id = :refresh and f.member_id = member.id),
                live_minutes = (select f.seconds / 60 from refresh_finding f
                    where f.refresh_id = :refresh and f.member_id = member.id)
            where program_id = :program and id between :from and :to\
            """).params(all).update();
        jdbc.sql("""
            insert into status_change (member_id, change_set_id, seq, from_status, from_step, to_status, to_step, reason,
                happened_at)
            select id, change_set_id, seq, previous_status, previous_step, status, status_step, status_reason, changed_at
            from member where program_id = :program and id between :from and :to order by id\
            """).params(all).update();
        return jdbc.sql("""
            insert into status_count (program_id, status, n) values (:program, 'INVITED', :less), (:program, 'ATTENDED', :n)\
            """)
                .param("program", program.key())
                .param("less", from - to - 1)
                .param("n", to - from + 1)
                .update();
    }
}
