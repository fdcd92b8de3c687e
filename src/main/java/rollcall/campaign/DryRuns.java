package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.campaign.DryRun.StepForecast;
import rollcall.member.ReasonWords;
import rollcall.program.Program;

/** Looks ahead at what running a campaign now would come to. Writes nothing, so the truth may overtake it. */
@Component
class DryRuns {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Audiences audiences;
    private final StatusForecasts statuses;
    private final MailForecasts mails;
    private final ReasonWords reasons;
    private final Clock clock;

    DryRuns(
            JdbcClient jdbc,
            Audiences audiences,
            StatusForecasts statuses,
            MailForecasts mails,
            ReasonWords reasons,
            Clock clock) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.statuses = statuses;
        this.mails = mails;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Who would come in, as the condition of a statement over {@code member m}. */
    record Qualified(Campaign campaign, Program program, Instant now, ReasonWords reasons) {

        String where(Placeholders params) {
            return "m.program_id = " + params.add(program.key()) + " and "
                    + Intake.qualified(campaign, program, now, params, reasons);
        }
    }

    DryRun of(Program program, Campaign campaign) {
        var qualified = new Qualified(campaign, program, clock.instant(), reasons);
        var params = new Placeholders();
        var inAudience = count(
                "m.program_id = " + params.add(program.key()) + " and "
                        + Intake.audience(campaign, program, params, reasons),
                params);
        var own = new Placeholders();
        var some = audiences.lines(qualified.where(own), own, SHOWN);
        var all = new Placeholders();
        var qualify = count(qualified.where(all), all);
        return new DryRun(qualify, inAudience - qualify, some, qualify == 0 ? List.of() : steps(qualified, qualify));
    }

    private long count(String where, Placeholders params) {
        return jdbc.sql("select count(*) from member m where " + where)
                .params(params.values())
                .query(Long.class)
                .single();
    }

    /** As if everybody stayed as they are but for the statuses that are given on the way. */
    private List<StepForecast> steps(Qualified qualified, long members) {
        var forecasts = new ArrayList<StepForecast>();
        var standing = statuses.of(qualified);
        var steps = qualified.campaign().definition().steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var byAction = byAction(qualified, step, members);
            var refusals = statuses.give(qualified, step, standing);
            var suppressed = mails.suppressed(qualified, step);
            var withoutWayIn = mails.withoutWayIn(qualified, steps.subList(0, i), step);
            forecasts.add(new StepForecast(i, members, byAction, refusals, suppressed, withoutWayIn));
        }
        return forecasts;
    }

    private List<Long> byAction(Qualified qualified, Step step, long members) {
        if (step.choices().isEmpty()) {
            return List.of(members);
        }
        var params = new Placeholders();
        var sql = new AudienceSql(qualified.program().zoneId(), params, reasons);
        var sums = new ArrayList<String>();
        var before = new ArrayList<String>();
        for (var choice : step.choices()) {
            var fits = sql.of(choice.when());
            sums.add("sum(case when " + fits + not(before) + " then 1 else 0 end)");
            before.add(fits);
        }
        var counts = new ArrayList<Long>();
        jdbc.sql("select " + String.join(", ", sums) + " from member m where " + qualified.where(params))
                .params(params.values())
                .query(row -> {
                    for (int i = 1; i <= sums.size(); i++) {
                        counts.add(row.getLong(i));
                    }
                });
        counts.add(members - counts.stream().mapToLong(Long::longValue).sum());
        return counts;
    }

    private static String not(List<String> before) {
        return before.isEmpty() ? "" : " and not " + ConditionSql.any(before);
    }
}
