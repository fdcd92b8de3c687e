package rollcall.provider;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out whom a provider's report is about: by our member id, then by its registrant id, then by address, then by what
 * a person has said about them. Never by name.
 */
@Component
class Matching {

    private static final String BY_OUR_ID = """
        update refresh_finding set member_id = (
            select m.id from member m where m.id = refresh_finding.claimed_member_id and m.program_id = :program)
        where refresh_id = :refresh and claimed_member_id is not null\
        """;

    private static final String BY_REGISTRANT = """
        update refresh_finding set member_id = (
            select min(m.id) from member m
            where m.program_id = :program and m.registrant_id = refresh_finding.registrant_id)
        where refresh_id = :refresh and member_id is null and registrant_id is not null\
        """;

    /** Whoever left keeps no id, and may still be registered there until that is cancelled. */
    private static final String BY_PUSH = """
        update refresh_finding set member_id = (
            select min(p.member_id) from push p
            where p.program_id = :program and p.registrant_id = refresh_finding.registrant_id)
        where refresh_id = :refresh and member_id is null and registrant_id is not null\
        """;

    private static final String BY_ADDRESS = """
        update refresh_finding set member_id = (
            select m.id from member m where m.program_id = :program and m.email_key = refresh_finding.email_key)
        where refresh_id = :refresh and member_id is null and email_key <> ''\
        """;

    private static final String BY_HAND = """
        update refresh_finding set member_id = (
            select u.member_id from unmatched_attendee u
            where u.program_id = :program and u.person_key = refresh_finding.person_key
                and u.state in ('MATCHED', 'ADDED'))
        where refresh_id = :refresh and member_id is null and kind in ('LIVE', 'ON_DEMAND', 'REGISTERED')\
        """;

    /** What is said of a membership that was set aside when two records were merged is said of the one that stayed. */
    private static final String BY_MERGE = """
        update refresh_finding set member_id = (
            select k.id from member m join person p on p.id = m.person_id
                join member k on k.program_id = m.program_id and k.person_id = p.merged_into
            where m.id = refresh_finding.member_id)
        where refresh_id = :refresh and exists (
            select 1 from member m join person p on p.id = m.person_id
                join member k on k.program_id = m.program_id and k.person_id = p.merged_into
            where m.id = refresh_finding.member_id and m.program_id = :program and m.closed = 'MERGED')\
        """;

    /**
     * Everybody who was accepted in time, is still only registered and is in no report. The kinds are named by those that
     * do not count: with those that do, H2 would read all findings for each member instead of the member's own.
     */
    private static final String ABSENT = """
        insert into refresh_finding (refresh_id, kind, person_key, email_key, email, name, seconds, words, member_id)
        select cast(:refresh as bigint), 'ABSENT', 'm:' || cast(m.id as varchar(20)), '', '', '', 0, '', m.id
        from member m
        where m.program_id = :program and m.status = 'REGISTERED' and m.accepted_at < :end
            and not exists (select 1 from refresh_finding f
                where f.refresh_id = :refresh and f.member_id = m.id
                    and f.kind not in ('DENIED', 'CANCELLED', 'REGISTERED', 'MISSED', 'ABSENT'))\
        """;

    /** As {@link #ABSENT}, those whom the provider itself names. */
    private static final String MISSED = ABSENT + """
         and exists (select 1 from refresh_finding f
            where f.refresh_id = :refresh and f.member_id = m.id and f.kind = 'MISSED')\
        """;

    private final JdbcClient jdbc;
    private final boolean countsRows;

    Matching(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.countsRows = environment.acceptsProfiles(Profiles.of("postgresql"));
    }

    void match(Refresh refresh) {
        count();
        for (var step : new String[] {BY_OUR_ID, BY_REGISTRANT, BY_PUSH, BY_ADDRESS, BY_HAND, BY_MERGE}) {
            jdbc.sql(step)
                    .param("program", refresh.programId())
                    .param("refresh", refresh.id())
                    .update();
        }
    }

    /**
     * Lets PostgreSQL know how many findings there are, before its own housekeeping has seen them: it would take them for a
     * handful, and go through all of them for each member.
     */
    private void count() {
        if (countsRows) {
            jdbc.sql("analyze refresh_finding").update();
        }
    }

    /** Adds that the others did not come. */
    void addAbsent(Refresh refresh, Instant end) {
        add(ABSENT, refresh, end);
    }

    /** Adds that those did not come of whom the provider says so. */
    void addMissed(Refresh refresh, Instant end) {
        add(MISSED, refresh, end);
    }

    private void add(String absent, Refresh refresh, Instant end) {
        jdbc.sql(absent)
                .param("program", refresh.programId())
                .param("refresh", refresh.id())
                .param("end", Timestamp.from(end))
                .update();
    }
}
