package rollcall.account;

/** What stands in the audit, by group. Others than this room publish theirs as events of these types. */
enum AuditKind {
    SIGNED_IN(Group.SIGN_IN),
    SIGN_IN_FAILED(Group.SIGN_IN),
    SIGNED_OUT(Group.SIGN_IN),
    SESSIONS_ENDED(Group.SIGN_IN),
    REFUSED(Group.SIGN_IN),
    ACCOUNT_CREATED(Group.USERS),
    ACCOUNT_DISABLED(Group.USERS),
    ACCOUNT_ENABLED(Group.USERS),
    RIGHTS_CHANGED(Group.USERS),
    EMAIL_CHANGED(Group.USERS),
    PASSWORD_CHANGED(Group.USERS),
    SETUP_LINK_MADE(Group.USERS),
    SECOND_FACTOR_SET(Group.USERS),
    SECOND_FACTOR_REMOVED(Group.USERS),
    RECOVERY_CODES_MADE(Group.USERS),
    MEMBERS_EXPORTED(Group.EXPORTS),
    SKIPPED_EXPORTED(Group.EXPORTS),
    REFUSED_EXPORTED(Group.EXPORTS),
    PERSON_EXPORT(Group.EXPORTS),
    AUDIT_EXPORTED(Group.EXPORTS),
    CORRECTION(Group.PEOPLE),
    MERGE(Group.PEOPLE),
    ERASURE(Group.PEOPLE),
    REFRESH(Group.PEOPLE),
    CONNECTION_ADDED(Group.CONNECTIONS),
    CONNECTION_CHANGED(Group.CONNECTIONS),
    CONNECTION_ENABLED(Group.CONNECTIONS),
    CONNECTION_DISABLED(Group.CONNECTIONS),
    CONNECTION_REMOVED(Group.CONNECTIONS),
    APPROVAL_SET(Group.PEOPLE),
    WAITLIST_SET(Group.PEOPLE),
    REGISTRATION_SET(Group.PEOPLE),
    FORM_SET(Group.PEOPLE),
    VIEW_SHARED(Group.PEOPLE),
    VIEW_CHANGED(Group.PEOPLE),
    VIEW_WITHDRAWN(Group.PEOPLE),
    VIEW_REMOVED(Group.PEOPLE),
    CAMPAIGN_ON(Group.CAMPAIGNS),
    CAMPAIGN_PAUSED(Group.CAMPAIGNS),
    CAMPAIGN_STOPPED(Group.CAMPAIGNS),
    CAMPAIGN_ARCHIVED(Group.CAMPAIGNS),
    CAMPAIGN_RUN(Group.CAMPAIGNS),
    CAMPAIGN_RETRIED(Group.CAMPAIGNS),
    CAMPAIGN_REQUESTED(Group.CAMPAIGNS),
    WEBHOOK_ADDED(Group.CAMPAIGNS),
    WEBHOOK_ARCHIVED(Group.CAMPAIGNS),
    MAIL_PAUSED(Group.MAIL),
    MAIL_RESUMED(Group.MAIL),
    MAIL_RATE_SET(Group.MAIL),
    LETTERS_CANCELLED(Group.MAIL),
    SUPPRESSION_ADDED(Group.MAIL),
    SUPPRESSION_REMOVED(Group.MAIL),
    UNSUBSCRIBED(Group.MAIL),
    SUBSCRIBED_AGAIN(Group.MAIL);

    /** What kinds have in common. */
    enum Group {
        SIGN_IN,
        USERS,
        EXPORTS,
        PEOPLE,
        CONNECTIONS,
        CAMPAIGNS,
        MAIL
    }

    private final Group group;

    AuditKind(Group group) {
        this.group = group;
    }

    Group group() {
        return group;
    }
}
