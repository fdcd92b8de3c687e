package rollcall.provider;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what is to be told, and where it goes; each method answers how many rows it wrote. */
@Component
class PushQueue {

    private static final String INSERT = """
        insert into push (program_id, member_id, change_set_id, action, state, due_at, unclear, tries, registrant_id,
            created_at, provider, event_id, connection_id)
        """;

    private static final String SELECT = """
        select m.program_id, m.id, %s, '%s', 'WAITING', cast(:now as timestamp(6) with time zone), false, 0, %s,
            cast(:now as timestamp(6) with time zone), cast(:provider as varchar(40)), cast(:event as varchar(200)),
            cast(:connection as bigint)
        """;

    private static final String REGISTER = INSERT + SELECT.formatted("null", "REGISTER", "null");
    private static final String CANCEL = INSERT + SELECT.formatted("null", "CANCEL", "m.registrant_id");

    private final JdbcClient jdbc;

    PushQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each member who became Registered with that change set. */
    int registerAll(EventRef event, long changeSetId, Instant now) {
        return to(event, INSERT + SELECT.formatted("c.change_set_id", "REGISTER", "null") + """
            from status_change c join member m on m.id = c.member_id
            where c.change_set_id = :changeSet and c.to_status = 'REGISTERED' and not c.keeps_registration order by c.id\
            """, now)
                .param("changeSet", changeSetId)
                .update();
    }

    /** One for each member who left with that change set and is, or may be, registered at the provider. */
    int cancelAll(EventRef event, long changeSetId, Instant now) {
        return to(event, INSERT + SELECT.formatted("c.change_set_id", "CANCEL", "m.registrant_id") + """
            from status_change c join member m on m.id = c.member_id
            where c.change_set_id = :changeSet and c.to_status = 'NOT_IN_PROGRAM' and not c.keeps_registration
                and (m.registrant_id is not null or exists (
                    select 1 from push p
                    where p.member_id = m.id and p.action = 'REGISTER' and p.due_at is not null))
            order by c.id\
            """, now)
                .param("changeSet", changeSetId)
                .update();
    }

    /** One for each member who is Registered in a program that gets a provider. */
    int registerEverybody(EventRef event, long programId, Instant now) {
        return to(
                        event,
                        REGISTER
                                + "from member m where m.program_id = :program and m.status = 'REGISTERED' order by"
                                + " m.id",
                        now)
                .param("program", programId)
                .update();
    }

    /** One for each member who is registered at a provider that the program leaves, or may be soon. */
    int cancelEverybody(EventRef event, long programId, Instant now) {
        return to(event, CANCEL + """
            from member m
            where m.program_id = :program and m.status <> 'NOT_IN_PROGRAM' and (m.registrant_id is not null or exists (
                select 1 from push p where p.member_id = m.id and p.action = 'REGISTER' and p.due_at is not null))
            order by m.id\
            """, now).param("program", programId).update();
    }

    /** One for each of these members. */
    int register(EventRef event, Collection<Long> memberIds, Instant now) {
        return to(event, REGISTER + "from member m where m.id in (:members) order by m.id", now)
                .param("members", memberIds)
                .update();
    }

    private JdbcClient.StatementSpec to(EventRef event, String sql, Instant now) {
        return jdbc.sql(sql)
                .param("provider", event.kind())
                .param("event", event.externalId())
                .param("connection", event.connectionId())
                .param("now", Timestamp.from(now));
    }
}
