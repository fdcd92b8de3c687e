package rollcall.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who waits, in their order, for pages. */
@Component
class WaitingRows {

    private static final Pattern KEY = Pattern.compile("(-?\\d{1,9})\\.(\\d{1,18})\\.(\\d{1,18})");

    private static final String SELECT = """
        select m.id, p.first_name, p.last_name, p.email, m.waitlist_priority, m.waitlist_number, m.changed_at, m.offer_until
        from member m join person p on p.id = m.person_id
        where m.program_id = :program and m.status = 'WAITLISTED'\
        """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after a {@link Waiting#key()}; the first page for anything else */
    List<Waiting> page(long programId, String after, int most) {
        var key = KEY.matcher(after);
        var begun = key.matches();
        var query = jdbc.sql(SELECT + (begun ? """
             and (m.waitlist_priority < :priority or m.waitlist_priority = :priority and (m.waitlist_number > :number
                or m.waitlist_number = :number and m.id > :id))\
            """ : "")
                        + " order by m.program_id, m.status, m.waitlist_priority desc, m.waitlist_number, m.id"
                        + " limit :most")
                .param("program", programId)
                .param("most", most);
        return (begun
                        ? query.param("priority", Integer.valueOf(key.group(1)))
                                .param("number", Long.valueOf(key.group(2)))
                                .param("id", Long.valueOf(key.group(3)))
                        : query)
                .query((row, n) -> waiting(row))
                .list();
    }

    Optional<Waiting> one(long programId, long memberId) {
        return jdbc.sql(SELECT + " and m.id = :id")
                .param("program", programId)
                .param("id", memberId)
                .query((row, n) -> waiting(row))
                .optional();
    }

    /** The open offers, the one that ends first first. */
    List<Waiting> offered(long programId, int most) {
        return jdbc.sql(SELECT + " and m.offer_until is not null order by m.offer_until, m.id limit :most")
                .param("program", programId)
                .param("most", most)
                .query((row, n) -> waiting(row))
                .list();
    }

    long offers(long programId) {
        return jdbc.sql("select count(*) from waitlist_offer where program_id = :program and state = 'OPEN'")
                .param("program", programId)
                .query(Long.class)
                .single();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                row.getString("email"),
                row.getInt("waitlist_priority"),
                row.getLong("waitlist_number"),
                Objects.requireNonNull(OfferRows.instant(row, "changed_at")),
                OfferRows.instant(row, "offer_until"));
    }
}
