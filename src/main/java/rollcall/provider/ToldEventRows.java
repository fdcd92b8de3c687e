package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.person.PersonField;

/** The rows of {@code told_event}, one for each program with a provider. */
@Component
class ToldEventRows {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;

    ToldEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ToldEvent> find(long programId) {
        return jdbc.sql("select * from told_event where program_id = :program")
                .param("program", programId)
                .query((row, n) -> event(row))
                .optional();
    }

    void insert(long programId, Instant due) {
        jdbc.sql("insert into told_event (program_id, title, state, due_at) values (:program, '', 'UNKNOWN', :due)")
                .param("program", programId)
                .param("due", Timestamp.from(due))
                .update();
    }

    /** It is asked then, whatever was planned. */
    int due(long programId, Instant at) {
        return jdbc.sql("update told_event set due_at = :at where program_id = :program")
                .param("at", Timestamp.from(at))
                .param("program", programId)
                .update();
    }

    /** It is asked then unless it was told since, is asked anyway, or did not answer last time. */
    int dueIfOlder(long programId, Instant at, Instant since) {
        return jdbc.sql("""
            update told_event set due_at = :at
            where program_id = :program and told_at <= :since and problem is null and (due_at is null or due_at > :at)\
            """)
                .param("at", Timestamp.from(at))
                .param("since", Timestamp.from(since))
                .param("program", programId)
                .update();
    }

    List<Long> programsOf(EventRef event) {
        return jdbc.sql("select program_id from webinar where provider = :provider and event_id = :event")
                .param("provider", event.kind())
                .param("event", event.externalId())
                .query(Long.class)
                .list();
    }

    List<Long> dueAt(Instant now) {
        return jdbc.sql("select program_id from told_event where due_at <= :now order by due_at")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    /**
     * Stores what was told; nothing when the program's webinar is another one by now.
     *
     * @param seen when it was to be asked, as far as whoever asked knew: a wish that came meanwhile stays
     */
    void told(Webinar webinar, EventDetails details, Instant now, @Nullable Instant seen, @Nullable Instant next) {
        store("""
            title = :title, starts_at = :starts, ends_at = :ends, capacity = cast(:capacity as integer),
            state = :state, told_at = :now, problem = null, words = null\
            """, webinar, seen, next)
                .param("title", ProviderFailure.cut(details.title()))
                .param("starts", stamp(details.startsAt()))
                .param("ends", stamp(details.endsAt()))
                .param("capacity", details.capacity())
                .param("state", details.state().name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Stores why nothing was told; what was told before stays. */
    void troubled(Webinar webinar, ProviderFailure failure, @Nullable Instant seen, @Nullable Instant next) {
        store("problem = :problem, words = :words", webinar, seen, next)
                .param("problem", RefreshProblem.of(failure).name())
                .param("words", failure.words())
                .update();
    }

    private JdbcClient.StatementSpec store(
            String what, Webinar webinar, @Nullable Instant seen, @Nullable Instant next) {
        return jdbc.sql("update told_event set " + what + """
            , due_at = case when due_at is not distinct from cast(:seen as timestamp(6) with time zone)
                then cast(:next as timestamp(6) with time zone) else due_at end
            where program_id = :program and exists (select 1 from webinar w
                where w.program_id = told_event.program_id and w.provider = :provider and w.event_id = :event)\
            """)
                .param("seen", stamp(seen))
                .param("next", stamp(next))
                .param("program", webinar.programId())
                .param("provider", webinar.event().kind())
                .param("event", webinar.event().externalId());
    }

    /** Stores what is asked there; nothing when the program's webinar is another one by now. */
    @Transactional
    void asks(Webinar webinar, List<AskedField> fields) {
        var held = jdbc.sql("""
            select t.program_id from told_event t where t.program_id = :program and exists (select 1 from webinar w
                where w.program_id = t.program_id and w.provider = :provider and w.event_id = :event) for update\
            """)
                .param("program", webinar.programId())
                .param("provider", webinar.event().kind())
                .param("event", webinar.event().externalId())
                .query(Long.class)
                .optional();
        if (held.isEmpty()) {
            return;
        }
        jdbc.sql("delete from told_field where program_id = :program")
                .param("program", webinar.programId())
                .update();
        var names = new HashSet<String>();
        fields.stream()
                .map(one -> new AskedField(cut(one.name()), one.field()))
                .filter(one -> !one.name().isEmpty() && names.add(one.name()))
                .forEach(one -> asks(webinar.programId(), one));
    }

    private static String cut(String name) {
        var plain = ProviderFailure.cut(name);
        return plain.length() <= LONGEST_NAME ? plain : ProviderFailure.cut(plain.substring(0, LONGEST_NAME));
    }

    private void asks(long programId, AskedField field) {
        jdbc.sql("insert into told_field (program_id, name, person_field) values (:program, :name, :field)")
                .param("program", programId)
                .param("name", field.name())
                .param("field", field.field() == null ? null : field.field().name())
                .update();
    }

    /** By name. */
    List<AskedField> asked(long programId) {
        return jdbc.sql("select name, person_field from told_field where program_id = :program order by name")
                .param("program", programId)
                .query((row, n) -> {
                    var field = row.getString("person_field");
                    return new AskedField(row.getString("name"), field == null ? null : PersonField.valueOf(field));
                })
                .list();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static ToldEvent event(ResultSet row) throws SQLException {
        var problem = row.getString("problem");
        return new ToldEvent(
                new EventDetails(
                        row.getString("title"),
                        WebinarRows.instant(row, "starts_at"),
                        WebinarRows.instant(row, "ends_at"),
                        row.getObject("capacity", Integer.class),
                        EventDetails.State.valueOf(row.getString("state"))),
                WebinarRows.instant(row, "told_at"),
                WebinarRows.instant(row, "due_at"),
                problem == null ? null : RefreshProblem.valueOf(problem),
                row.getString("words"));
    }
}
