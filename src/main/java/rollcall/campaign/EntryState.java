package rollcall.campaign;

/** How somebody stands in a campaign. */
enum EntryState {
    GOING,
    DONE,
    FAILED,
    /** Taken out by a step. */
    REMOVED,
    /** They left the program. */
    LEFT,
    /** The campaign was stopped. */
    STOPPED
}
