package rollcall.registration;

/** What a member did on the page that tells them where they stand. */
enum Deed {
    CORRECTED,
    CONFIRMED,
    DISCARDED,
    CANCELLED
}
