package rollcall.approval;

/** Where a decision was made. */
enum Source {
    INBOX,
    /** Among the members of the program. */
    LIST,
    /** Nobody decided in time. */
    EXPIRY,
    /** At the webinar provider, from where a refresh brought it. */
    PROVIDER,
    REGISTRATION,
    WAITLIST,
    CAMPAIGN,
    IMPORT,
    API
}
