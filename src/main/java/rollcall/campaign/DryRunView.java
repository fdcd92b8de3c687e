package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rollcall.campaign.DryRun.StepForecast;
import rollcall.mail.Suppressed;

/** What running a campaign now would come to, in words. */
record DryRunView(Campaign campaign, DryRun run, Sentences sentences, Words words) {

    /** Above so many members the number has to be typed. */
    static final long TYPED_ABOVE = 100;

    /**
     * @param choices for each choice and the rest, what they do and how many they are; empty for a step without choices
     * @param notes who would not get what the step does, and why
     */
    record StepLine(int number, String sentence, long members, List<Share> choices, List<Share> notes) {}

    record Share(long members, String text) {}

    public boolean on() {
        return campaign.state() == CampaignState.ON;
    }

    public boolean typing() {
        return run.qualify() > TYPED_ABOVE;
    }

    public String audience() {
        return sentences.of(campaign.definition().audience());
    }

    public List<StepLine> steps() {
        return run.steps().stream().map(this::line).toList();
    }

    private StepLine line(StepForecast forecast) {
        var step = campaign.definition().steps().get(forecast.index());
        var notes = new ArrayList<>(shares(forecast.refusals(), this::refusal));
        notes.addAll(shares(forecast.suppressed(), this::suppressed));
        notes.addAll(shares(Map.of("campaign.suppressed.no-way-in", forecast.withoutWayIn()), words::say));
        return new StepLine(
                forecast.index() + 1,
                Words.sentence(sentences.of(step)),
                forecast.members(),
                choices(step, forecast),
                notes);
    }

    private List<Share> choices(Step step, StepForecast forecast) {
        if (step.choices().isEmpty()) {
            return List.of();
        }
        var actions = step.choices().stream().map(Step.Choice::then).collect(Collectors.toCollection(ArrayList::new));
        actions.add(step.otherwise());
        var shares = new ArrayList<Share>();
        for (int n = 0; n < Math.min(actions.size(), forecast.byAction().size()); n++) {
            shares.add(new Share(forecast.byAction().get(n), Words.sentence(sentences.of(actions.get(n)))));
        }
        return shares;
    }

    private static <K> List<Share> shares(Map<K, Long> counts, Function<K, String> say) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Share(entry.getValue(), say.apply(entry.getKey())))
                .toList();
    }

    private String refusal(String key) {
        return words.reason(key);
    }

    private String suppressed(Suppressed why) {
        return words.say("campaign.suppressed." + why);
    }
}
