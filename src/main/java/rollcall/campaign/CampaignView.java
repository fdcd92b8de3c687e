package rollcall.campaign;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.campaign.CampaignReads.EntryLine;
import rollcall.campaign.CampaignReads.Outcome;
import rollcall.campaign.CampaignReads.StepResult;
import rollcall.mail.LetterState;

/**
 * A campaign and what came of it, as its page shows it.
 *
 * @param stirring whether the numbers are about to change, so that it is worth looking again
 */
record CampaignView(
        Campaign campaign,
        Sentences sentences,
        Words words,
        Counts counts,
        List<StepResult> results,
        boolean stirring) {

    /** @param result null for a step that nobody has come to */
    record StepLine(int number, String sentence, @Nullable StepResult result) {

        public long entered() {
            return result == null ? 0 : result.entered();
        }

        public long waiting() {
            return result == null ? 0 : result.waiting();
        }

        public long number(String outcome) {
            return outcomes(outcome).stream().mapToLong(Outcome::members).sum();
        }

        /** Why, and how many for each reason. */
        public List<Outcome> outcomes(String outcome) {
            return result == null
                    ? List.of()
                    : result.outcomes().stream()
                            .filter(one -> one.outcome().equals(outcome))
                            .toList();
        }

        /** Why some were refused or failed. */
        public List<Outcome> reasons() {
            return Stream.concat(outcomes("REFUSED").stream(), outcomes("FAILED").stream())
                    .filter(one -> !one.detail().isEmpty())
                    .toList();
        }

        public Map<LetterState, Long> letters() {
            return result == null ? Map.of() : result.letters();
        }
    }

    public String kind() {
        return CampaignLine.kindOf(campaign.state());
    }

    public String start() {
        return Words.sentence(sentences.start(campaign.definition()));
    }

    public String audience() {
        return sentences.of(campaign.definition().audience());
    }

    public String again() {
        return Words.sentence(sentences.of(campaign.definition().again()));
    }

    public List<StepLine> steps() {
        var steps = campaign.definition().steps();
        return IntStream.range(0, steps.size())
                .mapToObj(n -> new StepLine(n + 1, Words.sentence(sentences.of(steps.get(n))), result(n)))
                .toList();
    }

    private @Nullable StepResult result(int index) {
        return results.stream().filter(one -> one.index() == index).findFirst().orElse(null);
    }

    /** The step somebody comes to next, in words; empty where they went through all, or go through another version. */
    public String next(EntryLine entry) {
        var steps = campaign.definition().steps();
        return entry.version() == campaign.version() && entry.step() < steps.size()
                ? sentences.of(steps.get(entry.step()))
                : "";
    }

    /** Why a step did not do what it should, in words. */
    public String reason(Outcome outcome) {
        return words.reason(outcome.detail());
    }
}
