package rollcall.campaign;

/** What happened that campaigns are to hear of. */
enum FeedKind {
    STATUSES_CHANGED,
    ACCEPTED,
    FORM_FILLED_OUT,
    /** By somebody for whom nothing came of it. */
    FORM_FILLED_OUT_AGAIN,
    ATTENDANCE_ARRIVED,
    SEATS_FREED,
    SEATS_OFFERED,
    REQUESTED,
    /** The event takes place at another time, or is archived or restored. */
    TIMES_CHANGED
}
