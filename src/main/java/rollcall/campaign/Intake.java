package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Program;

/** Lets members into a campaign, all of them with one statement. The caller holds the {@link Gate}. */
@Component
class Intake {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Intake(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Whom that brings in; how many they were. */
    int byFeed(Campaign campaign, Program program, FeedItem item) {
        var params = new Placeholders();
        return new TriggerSql(program.zoneId(), params)
                .of(campaign.definition(), item)
                .map(from -> insert(campaign, program, from, params, null, item.level(), item.happenedAt()))
                .orElse(0);
    }

    /** Everybody of the audience; how many they were. */
    int byRun(Campaign campaign, Program program, @Nullable Long runId, Instant now) {
        var params = new Placeholders();
        var from = "from member m where m.program_id = " + params.add(program.key());
        return insert(campaign, program, from, params, runId, 0, now);
    }

    private int insert(
            Campaign campaign,
            Program program,
            String from,
            Placeholders params,
            @Nullable Long runId,
            int level,
            Instant at) {
        var now = params.add(Timestamp.from(at));
        var entered = jdbc.sql("""
            insert into campaign_entry (program_id, campaign_id, version, member_id, run_id, level, step, state, due_at,
                entered_at)
            select m.program_id, cast(:campaign as bigint), cast(:version as integer), m.id, cast(:run as bigint),
                cast(:level as integer), 0, 'GOING', cast(%1$s as timestamp(6) with time zone),
                cast(%1$s as timestamp(6) with time zone)
            %2$s and %3$s order by %4$s\
            """.formatted(
                        now, from, qualified(campaign, program, at, params), String.join(", ", TriggerSql.BY_TURN)))
                .params(params.values())
                .param("campaign", campaign.id())
                .param("version", campaign.version())
                .param("run", runId)
                .param("level", level)
                .update();
        if (entered > 0) {
            events.publishEvent(new EntriesDue(campaign.id()));
        }
        return entered;
    }

    static String qualified(Campaign campaign, Program program, Instant now, Placeholders params) {
        return audience(campaign, program, params) + " and " + Qualification.of(campaign, now, params);
    }

    static String audience(Campaign campaign, Program program, Placeholders params) {
        var definition = campaign.definition();
        return new AudienceSql(program.zoneId(), params)
                .inProgram(definition.audience(), AudienceSql.forLeavers(definition));
    }
}
