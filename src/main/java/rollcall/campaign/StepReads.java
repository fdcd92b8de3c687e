package rollcall.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.campaign.CampaignReads.Outcome;
import rollcall.campaign.CampaignReads.StepResult;
import rollcall.mail.LetterState;
import rollcall.mail.Letters;

/** Sums up what came of the steps of a campaign. */
@Component
class StepReads {

    /** What webhooks came to stands among the outcomes, as {@code CALL_} and its state. */
    private static final String CALL = "CALL_";

    private final JdbcClient jdbc;
    private final Letters letters;

    StepReads(JdbcClient jdbc, Letters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    List<StepResult> of(Campaign campaign) {
        var outcomes = outcomes(campaign);
        var calls = calls(campaign);
        var standing = standing(campaign);
        var results = new ArrayList<StepResult>();
        var steps = campaign.definition().steps();
        for (int i = 0; i < steps.size(); i++) {
            var own = outcomes.getOrDefault(i, List.of());
            var stand = standing.getOrDefault(i, Stand.NOBODY);
            var done = own.stream().mapToLong(Outcome::members).sum();
            var all = new ArrayList<>(own);
            all.addAll(calls.getOrDefault(i, List.of()));
            results.add(new StepResult(
                    i, done + stand.waiting() + stand.out(), stand.waiting(), all, letters(campaign, i)));
        }
        return results;
    }

    private Map<LetterState, Long> letters(Campaign campaign, int step) {
        var sends = Problems.actions(campaign.definition().steps().get(step)).stream()
                .anyMatch(Action.SendMail.class::isInstance);
        return sends ? letters.counts(campaign.id(), step) : Map.of();
    }

    private Map<Integer, List<Outcome>> outcomes(Campaign campaign) {
        var outcomes = new LinkedHashMap<Integer, List<Outcome>>();
        jdbc.sql("""
            select step, outcome, detail, sum(n) as n from campaign_tally where campaign_id = :campaign
            group by step, outcome, detail having sum(n) <> 0 order by step, outcome, detail\
            """).param("campaign", campaign.id()).query(row -> {
            outcomes.computeIfAbsent(row.getInt("step"), step -> new ArrayList<>())
                    .add(new Outcome(row.getString("outcome"), row.getString("detail"), row.getLong("n")));
        });
        return outcomes;
    }

    private Map<Integer, List<Outcome>> calls(Campaign campaign) {
        var calls = new HashMap<Integer, List<Outcome>>();
        jdbc.sql("""
            select entry_step, state, count(*) as n from webhook_call where campaign_id = :campaign
            group by entry_step, state order by entry_step, state\
            """).param("campaign", campaign.id()).query(row -> {
            calls.computeIfAbsent(row.getInt("entry_step"), step -> new ArrayList<>())
                    .add(new Outcome(CALL + row.getString("state"), "", row.getLong("n")));
        });
        return calls;
    }

    /** @param out how many came to the step and left, or were stopped, before it was done */
    private record Stand(long waiting, long out) {
        static final Stand NOBODY = new Stand(0, 0);
    }

    private Map<Integer, Stand> standing(Campaign campaign) {
        var standing = new HashMap<Integer, Stand>();
        jdbc.sql("""
            select step, sum(case when state = 'GOING' then 1 else 0 end) as waiting,
                sum(case when state in ('LEFT', 'STOPPED') then 1 else 0 end) as gone
            from campaign_entry where campaign_id = :campaign and state in ('GOING', 'LEFT', 'STOPPED') group by step\
            """).param("campaign", campaign.id()).query(row -> {
            standing.put(row.getInt("step"), new Stand(row.getLong("waiting"), row.getLong("gone")));
        });
        return standing;
    }
}
