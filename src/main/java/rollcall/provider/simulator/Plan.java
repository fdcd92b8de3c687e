package rollcall.provider.simulator;

/** What a crowd has to make of a registrant. */
enum Plan {
    LIVE,
    ON_DEMAND,
    NO_SHOW
}
