package rollcall.member;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.program.Actor;
import rollcall.program.Move;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;

/** What bulk changes came to, read by change set or, when there are many of them, by job. */
@Service
public class BulkResults {

    private final JdbcClient jdbc;
    private final Programs programs;
    private final ChangedMembers changed;

    BulkResults(JdbcClient jdbc, Programs programs, ChangedMembers changed) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.changed = changed;
    }

    /** Empty when the program has no such change set. */
    public Optional<BulkResult> ofChangeSet(Program program, long changeSetId) {
        return of(program, changeSets(program, "id", changeSetId));
    }

    /** Empty when the job made no change set in the program. */
    public Optional<BulkResult> ofJob(Program program, long jobId) {
        return of(program, changeSets(program, "job_id", jobId));
    }

    ChangedPage changedOfChangeSet(Program program, long changeSetId, ChangedFilter filter) {
        return changed.page(program, changeSets(program, "id", changeSetId), filter);
    }

    ChangedPage changedOfJob(Program program, long jobId, ChangedFilter filter) {
        return changed.page(program, changeSets(program, "job_id", jobId), filter);
    }

    public void eachSkippedOfChangeSet(Program program, long changeSetId, Consumer<SkippedMember> consumer) {
        eachSkipped(program, changeSets(program, "id", changeSetId), consumer);
    }

    public void eachSkippedOfJob(Program program, long jobId, Consumer<SkippedMember> consumer) {
        eachSkipped(program, changeSets(program, "job_id", jobId), consumer);
    }

    private List<Long> changeSets(Program program, String column, long value) {
        return jdbc.sql("select id from change_set where program_id = :program and " + column + " = :value order by id")
                .param("program", program.key())
                .param("value", value)
                .query(Long.class)
                .list();
    }

    private Optional<BulkResult> of(Program program, List<Long> changeSets) {
        return changeSets.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                    select s.actor_key, s.actor_name, s.made_at, s.correction,
                        (select min(c.reason) from status_change c where c.change_set_id = s.id) as reason
                    from change_set s where s.id = :id\
                    """)
                        .param("id", changeSets.getLast())
                        .query((row, n) -> new BulkResult(
                                changed(program, changeSets),
                                skipped(changeSets),
                                Optional.ofNullable(row.getString("reason")).orElse(""),
                                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                                MemberRows.instant(row, "made_at"),
                                row.getBoolean("correction")))
                        .optional();
    }

    /** The way out that a correction only passes through is not counted. */
    private Map<Status, Long> changed(Program program, List<Long> changeSets) {
        var channel = programs.channelOf(program);
        var changed = new TreeMap<Status, Long>(Status.ORDER);
        jdbc.sql("""
            select to_status, count(*) as n from status_change
            where change_set_id in (:changeSets) and (corrected_by is null or corrected_by <> change_set_id)
            group by to_status\
            """).param("changeSets", changeSets).query(row -> {
            changed.put(channel.status(row.getString("to_status")), row.getLong("n"));
        });
        return changed;
    }

    private Map<Move.Reason, Long> skipped(List<Long> changeSets) {
        var skipped = new EnumMap<Move.Reason, Long>(Move.Reason.class);
        jdbc.sql("""
            select skip_reason, count(*) as n from status_skip
            where change_set_id in (:changeSets) group by skip_reason\
            """).param("changeSets", changeSets).query(row -> {
            skipped.put(Move.Reason.valueOf(row.getString("skip_reason")), row.getLong("n"));
        });
        return skipped;
    }

    private void eachSkipped(Program program, List<Long> changeSets, Consumer<SkippedMember> consumer) {
        var channel = programs.channelOf(program);
        for (var changeSet : changeSets) {
            jdbc.sql("""
                select m.id, p.first_name, p.last_name, p.email, k.status, k.skip_reason
                from status_skip k
                join person p on p.id = k.person_id
                left join member m on m.person_id = p.id and m.program_id = :program
                where k.change_set_id = :changeSet order by k.id\
                """)
                    .param("program", program.key())
                    .param("changeSet", changeSet)
                    .query(row -> {
                        consumer.accept(new SkippedMember(
                                row.getObject("id", Long.class),
                                (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                                row.getString("email"),
                                channel.statusOrNobody(row.getString("status")),
                                Move.Reason.valueOf(row.getString("skip_reason"))));
                    });
        }
    }
}
