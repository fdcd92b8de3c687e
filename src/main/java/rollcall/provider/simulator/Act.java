package rollcall.provider.simulator;

/** What a registrant does, or the organizer with them, as somebody on the control page says. */
enum Act {
    LIVE,
    ON_DEMAND,
    AWAY,
    APPROVE,
    DENY,
    CANCEL
}
