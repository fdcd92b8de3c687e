package rollcall.account;

/** What this room writes into the audit; other rooms name their own kinds. */
enum AuditKind {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    SESSIONS_ENDED,
    REFUSED,
    ACCOUNT_CREATED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    RIGHTS_CHANGED,
    PASSWORD_CHANGED,
    SETUP_LINK_MADE
}
