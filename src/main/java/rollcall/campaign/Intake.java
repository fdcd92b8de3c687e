package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.ReasonWords;
import rollcall.program.Program;

/** Lets members into a campaign, very many of them with one statement. The caller holds the {@link Gate}. */
@Component
class Intake {

    /** How many one statement brings in: more would take longer than a statement may. */
    private static final int AT_ONCE = 200_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ReasonWords reasons;
    private final int atOnce;

    @Autowired
    Intake(JdbcClient jdbc, ApplicationEventPublisher events, ReasonWords reasons) {
        this(jdbc, events, reasons, AT_ONCE);
    }

    Intake(JdbcClient jdbc, ApplicationEventPublisher events, ReasonWords reasons, int atOnce) {
        this.jdbc = jdbc;
        this.events = events;
        this.reasons = reasons;
        this.atOnce = atOnce;
    }

    /** Whether that campaign may have something to hear of it, before anything is locked. */
    boolean hears(Campaign campaign, FeedItem item) {
        return TriggerSql.hears(campaign.definition(), item, reasons);
    }

    /** Whom that brings in; how many they were. */
    int byFeed(Campaign campaign, Program program, FeedItem item) {
        var params = new Placeholders();
        return new TriggerSql(program.zoneId(), params, reasons)
                .of(campaign.definition(), item)
                .map(from -> insert(campaign, program, from, params, null, item.level(), item.happenedAt()))
                .orElse(0);
    }

    /** Everybody of the audience; how many they were. */
    int byRun(Campaign campaign, Program program, long runId, Instant now) {
        var all = 0;
        int some;
        do {
            var params = new Placeholders();
            var from = "from member m where m.program_id = " + params.add(program.key())
                    + (all == 0 ? "" : " and " + notYet(campaign, runId, params));
            some = insert(campaign, program, from, params, runId, 0, now);
            all += some;
        } while (some == atOnce);
        return all;
    }

    /** Whatever becomes of members between two statements, one run brings each in once. */
    private static String notYet(Campaign campaign, long runId, Placeholders params) {
        return "not exists (select 1 from campaign_entry b where b.member_id = m.id and b.campaign_id = "
                + params.add(campaign.id()) + " and b.run_id = " + params.add(runId) + ")";
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
            %2$s and %3$s order by %4$s %5$s\
            """.formatted(
                                now,
                                from,
                                qualified(campaign, program, at, params, reasons),
                                String.join(", ", TriggerSql.BY_TURN),
                                runId == null ? "" : "limit " + atOnce))
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

    static String qualified(Campaign campaign, Program program, Instant now, Placeholders params, ReasonWords reasons) {
        return audience(campaign, program, params, reasons) + " and " + Qualification.of(campaign, now, params);
    }

    static String audience(Campaign campaign, Program program, Placeholders params, ReasonWords reasons) {
        var definition = campaign.definition();
        return new AudienceSql(program.zoneId(), params, reasons)
                .inProgram(definition.audience(), AudienceSql.forLeavers(definition));
    }
}
