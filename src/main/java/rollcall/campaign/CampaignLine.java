package rollcall.campaign;

/** A campaign as the list shows it. */
record CampaignLine(Campaign campaign, String sentence, Counts counts) {

    /** A colour for its state: plain, warn, bad or good. */
    public String kind() {
        return kindOf(campaign.state());
    }

    static String kindOf(CampaignState state) {
        return switch (state) {
            case OFF -> "plain";
            case ON -> "good";
            case PAUSED -> "warn";
            case STOPPED -> "bad";
        };
    }
}
