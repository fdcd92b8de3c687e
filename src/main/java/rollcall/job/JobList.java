package rollcall.job;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;

/** Reads the jobs that somebody may see: those of the programs within reach, and their own that belong to none. */
@Component
class JobList {

    static final int PAGE = 50;

    /** Far more than any house has under way; a list without an end is not one. */
    private static final int MOST_OPEN = 200;

    private static final String VISIBLE = """
         and ((program_id is null and actor_key = :me)
            or (program_id is not null and (cast(:everywhere as boolean) or program_id in (:programs))))
        """;

    private final JdbcClient jdbc;

    JobList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has not ended, what is being done first. */
    List<Job> open(Actor who, Reach reach) {
        return read(
                """
                    where ended_at is null\
                    """ + VISIBLE + " order by case state when 'RUNNING' then 0 else 1 end, id desc limit " + MOST_OPEN,
                who,
                reach,
                Map.of());
    }

    /** What has ended, newest first; one more than a page when there is a next one. */
    List<Job> ended(Actor who, Reach reach, @Nullable Long below) {
        return read(
                "where ended_at is not null and id < :below" + VISIBLE + " order by id desc limit " + (PAGE + 1),
                who,
                reach,
                Map.of("below", below == null ? Long.MAX_VALUE : below));
    }

    private List<Job> read(String where, Actor who, Reach reach, Map<String, ?> more) {
        return jdbc.sql(JobRows.SELECT + where)
                .param("me", who.key())
                .param("everywhere", reach.everywhere())
                .param("programs", reach.idsOrNone())
                .params(more)
                .query((row, n) -> JobRows.job(row))
                .list();
    }
}
