package rollcall.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Delivery;
import rollcall.person.PersonDetails;

/** Reads the members that letters are about. */
@Component
class RecipientRows {

    private static final String SELECT = """
        select m.id, m.person_id, m.program_id, m.status, m.status_reason, m.delivery, m.link_generation, m.offer_until,
            p.email, p.first_name, p.last_name, p.company, p.job_title, p.phone, p.country, p.language, p.zone
        from member m join person p on p.id = m.person_id\
        """;

    private final JdbcClient jdbc;

    RecipientRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By member; who is gone, was erased or merged into somebody is left out. A thousand at a time at most. */
    Map<Long, Recipient> byMembers(Collection<Long> memberIds) {
        var found = new HashMap<Long, Recipient>();
        if (!memberIds.isEmpty()) {
            jdbc.sql(SELECT + " where m.id in (:ids) and m.closed is null and p.erased_at is null")
                    .param("ids", Set.copyOf(memberIds))
                    .query((row, n) -> read(row))
                    .list()
                    .forEach(one -> found.put(one.memberId(), one));
        }
        return found;
    }

    Optional<Recipient> byMember(long memberId) {
        return Optional.ofNullable(byMembers(Set.of(memberId)).get(memberId));
    }

    /** Somebody to try a template with: the first who has a way into the webinar, or else the first at all. */
    Optional<Recipient> exampleIn(long programId) {
        return jdbc.sql(SELECT + """
             where m.program_id = :program and m.closed is null and p.erased_at is null
            order by case when m.delivery = 'ACCEPTED' then 0 else 1 end, m.id fetch first 1 row only\
            """)
                .param("program", programId)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Recipient read(ResultSet row) throws SQLException {
        return new Recipient(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getLong("program_id"),
                details(row),
                row.getString("status"),
                row.getString("status_reason"),
                Delivery.valueOf(row.getString("delivery")),
                row.getInt("link_generation"),
                DeskRow.instant(row, "offer_until"));
    }

    private static PersonDetails details(ResultSet row) throws SQLException {
        return new PersonDetails(
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("company"),
                row.getString("job_title"),
                row.getString("phone"),
                row.getString("country"),
                row.getString("language"),
                row.getString("zone"));
    }
}
