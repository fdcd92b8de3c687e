package rollcall.desk;

/** Work that waits in a table, as SQL that finds its number {@code n} and since when the {@code oldest} has been due. */
enum Backlog {
    PUSHES("select count(*) as n, min(due_at) as oldest from push where " + Backlog.DUE_EVER),
    LETTERS("""
        select count(*) as n, min(due_at) as oldest
        from letter where state in ('WAITING', 'CLAIMED', 'HANDING_OVER')\
        """),
    TOLD_EVENTS("select count(*) as n, min(due_at) as oldest from told_event where due_at <= :now"),
    PROVIDER_CALLS("select count(*) as n, min(received_at) as oldest from provider_call"),
    CAMPAIGN_FEED("select count(*) as n, min(happened_at) as oldest from campaign_feed"),
    CAMPAIGN_STEPS("""
        select count(*) as n, min(e.due_at) as oldest
        from campaign c join campaign_entry e on e.campaign_id = c.id and e.due_at <= :now
        where c.state = 'ON'\
        """),
    WEBHOOK_CALLS("""
        select count(*) as n, min(c.due_at) as oldest
        from webhook w join webhook_call c on c.webhook_id = w.id
        where c.\
        """ + Backlog.DUE_EVER),
    JOBS("select count(*) as n, min(created_at) as oldest from job where ended_at is null");

    /** What is settled has no time; said as a range, which both databases look up in an index. */
    private static final String DUE_EVER = "due_at < timestamp with time zone '9999-01-01 00:00:00+00:00'";

    private final String sql;

    Backlog(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
