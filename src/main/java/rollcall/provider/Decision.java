package rollcall.provider;

/** What the provider is told to do with a registrant. */
public enum Decision {
    APPROVE,
    DENY,
    CANCEL
}
