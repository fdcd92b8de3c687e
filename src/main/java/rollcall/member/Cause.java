package rollcall.member;

/** Through which way a change came in. */
public enum Cause {
    PERSON,
    REGISTRATION,
    APPROVAL,
    WAITLIST,
    CAMPAIGN,
    PROVIDER,
    IMPORT,
    API
}
