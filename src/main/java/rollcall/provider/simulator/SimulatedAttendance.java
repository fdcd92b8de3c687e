package rollcall.provider.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.provider.AttendanceKind;

/** The rows of {@code simulated_attendance}: one per person and kind. */
@Component
class SimulatedAttendance {

    private final JdbcClient jdbc;

    SimulatedAttendance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with a higher id, in its order. */
    List<SeenPerson> after(long webinarId, AttendanceKind kind, long id, int most) {
        return jdbc.sql("""
            select a.id, r.member_id, r.registrant_id, coalesce(r.email, a.email) as email,
                coalesce(r.name, a.name) as name, a.from_at, a.seconds, a.open_since
            from simulated_attendance a left join simulated_registrant r on r.id = a.registrant
            where a.webinar_id = :webinar and a.kind = :kind and a.id > :id
            order by a.webinar_id, a.kind, a.id limit :most\
            """)
                .param("webinar", webinarId)
                .param("kind", kind.name())
                .param("id", id)
                .param("most", most)
                .query((row, n) -> seen(row))
                .list();
    }

    /** Those who came without registering, the latest first. */
    List<SeenPerson> strangers(long webinarId, int most) {
        return jdbc.sql("""
            select a.id, cast(null as bigint) as member_id, cast(null as varchar) as registrant_id, a.email, a.name,
                a.from_at, a.seconds, a.open_since
            from simulated_attendance a
            where a.webinar_id = :webinar and a.registrant is null order by a.id desc limit :most\
            """)
                .param("webinar", webinarId)
                .param("most", most)
                .query((row, n) -> seen(row))
                .list();
    }

    private static SeenPerson seen(ResultSet row) throws SQLException {
        return new SeenPerson(
                row.getLong("id"),
                row.getObject("member_id", Long.class),
                row.getString("registrant_id"),
                row.getString("email"),
                row.getString("name"),
                SimulatedWebinars.instant(row, "from_at"),
                row.getLong("seconds"),
                SimulatedWebinars.instant(row, "open_since"));
    }

    /** That a registrant was there for so long in all, whatever was known before. */
    void set(SimulatedRegistrant one, AttendanceKind kind, @Nullable Instant from, long seconds) {
        remove(one, kind);
        insert(one.webinarId(), one.id(), "", "", kind, from, seconds, null);
    }

    void addStranger(SimulatedWebinar webinar, String name, String email, long seconds) {
        insert(webinar.id(), null, email, name, AttendanceKind.LIVE, webinar.startedAt(), seconds, null);
    }

    private void insert(
            long webinarId,
            @Nullable Long registrant,
            String email,
            String name,
            AttendanceKind kind,
            @Nullable Instant from,
            long seconds,
            @Nullable Instant openSince) {
        jdbc.sql("""
            insert into simulated_attendance (webinar_id, registrant, email, name, kind, from_at, seconds, open_since)
            values (:webinar, :registrant, :email, :name, :kind, :from, :seconds, :since)\
            """)
                .param("webinar", webinarId)
                .param("registrant", registrant)
                .param("email", email)
                .param("name", name)
                .param("kind", kind.name())
                .param("from", from == null ? null : Timestamp.from(from))
                .param("seconds", seconds)
                .param("since", openSince == null ? null : Timestamp.from(openSince))
                .update();
    }

    private void remove(SimulatedRegistrant one, AttendanceKind kind) {
        jdbc.sql("delete from simulated_attendance where registrant = :registrant and kind = :kind")
                .param("registrant", one.id())
                .param("kind", kind.name())
                .update();
    }

    void removeAll(SimulatedRegistrant one) {
        jdbc.sql("delete from simulated_attendance where registrant = :registrant")
                .param("registrant", one.id())
                .update();
    }

    /** A visit begins; one that is not over yet goes on. */
    void enter(SimulatedRegistrant one, AttendanceKind kind, Instant now) {
        var known = jdbc.sql("""
            update simulated_attendance set open_since = coalesce(open_since, :now)
            where registrant = :registrant and kind = :kind\
            """)
                .param("now", Timestamp.from(now))
                .param("registrant", one.id())
                .param("kind", kind.name())
                .update();
        if (known == 0) {
            insert(one.webinarId(), one.id(), "", "", kind, now, 0, now);
        }
    }

    /** Since when a registrant has been there; nothing when they are not. */
    Optional<Instant> hereSince(SimulatedRegistrant one, AttendanceKind kind) {
        return jdbc.sql("""
            select open_since from simulated_attendance
            where registrant = :registrant and kind = :kind and open_since is not null\
            """)
                .param("registrant", one.id())
                .param("kind", kind.name())
                .query((row, n) -> SimulatedWebinars.certain(row, "open_since"))
                .optional();
    }

    /** The visits of a registrant are over. @param most what one may add at most, in seconds */
    void leave(SimulatedRegistrant one, Instant now, long most) {
        close("registrant = :key", one.id(), now, most);
    }

    /** All live visits are over. */
    void leaveAll(long webinarId, Instant now) {
        close("webinar_id = :key and kind = 'LIVE'", webinarId, now, Integer.MAX_VALUE);
    }

    private void close(String whose, long key, Instant now, long most) {
        jdbc.sql("""
            update simulated_attendance set seconds = seconds + greatest(0, least(cast(:most as bigint),
                    cast(extract(epoch from (cast(:now as timestamp(6) with time zone) - open_since)) as bigint))),
                open_since = null
            where %s and open_since is not null\
            """.formatted(whose))
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .update();
    }
}
