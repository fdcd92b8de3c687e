package rollcall.campaign;

/** What happened that campaigns are to hear of. */
enum FeedKind {
    STATUSES_CHANGED,
    ACCEPTED,
    FORM_FILLED_OUT,
    ATTENDANCE_ARRIVED,
    SEATS_FREED,
    REQUESTED,
    /** The event takes place at another time, or is archived or restored. */
    TIMES_CHANGED
}
