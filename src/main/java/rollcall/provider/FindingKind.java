package rollcall.provider;

/** What a provider's report says of somebody. */
enum FindingKind {
    LIVE,
    ON_DEMAND,
    DENIED,
    CANCELLED,
    /** They are registered there now; that they attended, it does not say. */
    REGISTERED,
    /** The provider itself says that they did not come, which counts only where its report allows it. */
    MISSED,
    /** Not said but concluded: the report is the whole of it, and they did not come. */
    ABSENT
}
