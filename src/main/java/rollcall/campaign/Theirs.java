package rollcall.campaign;

import java.util.List;

/** What somebody else saved meanwhile, in words. */
record Theirs(Campaign campaign, Sentences sentences) {

    public String name() {
        return campaign.name();
    }

    public String start() {
        return Words.sentence(sentences.start(campaign.definition()));
    }

    public String audience() {
        return sentences.of(campaign.definition().audience());
    }

    public List<String> steps() {
        return campaign.definition().steps().stream()
                .map(sentences::of)
                .map(Words::sentence)
                .toList();
    }

    public String again() {
        return Words.sentence(sentences.of(campaign.definition().again()));
    }
}
