package rollcall.campaign;

/** Whether a campaign takes members in and moves those inside on. */
public enum CampaignState {
    /** Takes nobody in; nobody is inside. */
    OFF,
    ON,
    /** Takes nobody in, and whoever is inside stays where they are, until it goes on. */
    PAUSED,
    /** Takes nobody in, and whoever was inside is out; it can be switched on again. */
    STOPPED
}
