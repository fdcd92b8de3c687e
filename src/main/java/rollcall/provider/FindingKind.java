package rollcall.provider;

/** What a provider's report says of somebody. */
enum FindingKind {
    LIVE,
    ON_DEMAND,
    DENIED,
    CANCELLED,
    /** Not said but concluded: the report is the whole of it, and they are not in it. */
    ABSENT
}
