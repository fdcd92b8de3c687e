package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.campaign.CampaignReads.Send;
import rollcall.mail.Template;
import rollcall.mail.Templates;
import rollcall.program.Program;

/** The calendar of a program: which mails go out when, and which went. */
@Component
class Sends {

    private static final int RUNS = 200;

    private final JdbcClient jdbc;
    private final CampaignRows campaigns;
    private final Definitions definitions;
    private final Audiences audiences;
    private final Templates templates;
    private final Clock clock;

    Sends(
            JdbcClient jdbc,
            CampaignRows campaigns,
            Definitions definitions,
            Audiences audiences,
            Templates templates,
            Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.audiences = audiences;
        this.templates = templates;
        this.clock = clock;
    }

    List<Send> of(Program program) {
        var names = new HashMap<Long, String>();
        templates.of(program.key()).forEach((Template one) -> names.put(one.id(), one.name()));
        var all = new ArrayList<Send>();
        for (var campaign : campaigns.of(program.key())) {
            all.addAll(past(campaign, names));
            all.addAll(planned(campaign, program, names));
        }
        all.addAll(waiting(program, names));
        all.sort(Comparator.comparing(Send::at).thenComparing(Send::campaignId));
        return all;
    }

    /** What goes out at once when a run begins, up to the first wait. */
    private static Stream<String> atOnce(Definition definition, int from, Map<Long, String> names) {
        return definition.steps().stream()
                .skip(from)
                .takeWhile(step -> !Problems.actions(step).stream().allMatch(Waits::isWait))
                .flatMap(step -> Problems.actions(step).stream())
                .filter(Action.SendMail.class::isInstance)
                .map(action -> names.getOrDefault(((Action.SendMail) action).templateId(), ""));
    }

    private List<Send> past(Campaign campaign, Map<Long, String> names) {
        return jdbc
                .sql("""
                    select version, started_at, entered from campaign_run where campaign_id = :campaign and entered > 0
                    order by started_at desc limit :most\
                    """)
                .param("campaign", campaign.id())
                .param("most", RUNS)
                .query((row, n) -> atOnce(definitions.of(campaign.id(), row.getInt("version")), 0, names)
                        .map(send(
                                campaign,
                                Objects.requireNonNull(CampaignRows.instant(row, "started_at")),
                                row.getLong("entered"),
                                true))
                        .toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Function<String, Send> send(Campaign campaign, Instant at, long members, boolean done) {
        return template -> new Send(campaign.id(), campaign.name(), at, template, members, done);
    }

    private List<Send> planned(Campaign campaign, Program program, Map<Long, String> names) {
        var at = campaign.nextRunAt();
        if (at == null) {
            return List.of();
        }
        var sends = atOnce(campaign.definition(), 0, names).toList();
        var members = sends.isEmpty()
                ? 0
                : audiences.count(program, campaign.definition().audience());
        return sends.stream().map(send(campaign, at, members, false)).toList();
    }

    /** Those who wait for a mail, together by the hour. */
    private List<Send> waiting(Program program, Map<Long, String> names) {
        var byCampaign = new LinkedHashMap<Long, Campaign>();
        campaigns.of(program.key()).forEach(one -> byCampaign.put(one.id(), one));
        var sends = new ArrayList<Send>();
        jdbc.sql("""
            select e.campaign_id, e.version, e.step, min(e.due_at) as due_at, count(*) as n
            from campaign c join campaign_entry e on e.campaign_id = c.id
            where c.program_id = :program and c.state = 'ON' and e.due_at > :now
            group by e.campaign_id, e.version, e.step, date_trunc('hour', e.due_at)\
            """)
                .param("program", program.key())
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    var campaign = byCampaign.get(row.getLong("campaign_id"));
                    if (campaign != null) {
                        var definition = definitions.of(campaign.id(), row.getInt("version"));
                        var at = Objects.requireNonNull(CampaignRows.instant(row, "due_at"));
                        atOnce(definition, row.getInt("step"), names)
                                .map(send(campaign, at, row.getLong("n"), false))
                                .forEach(sends::add);
                    }
                });
        return sends;
    }
}
