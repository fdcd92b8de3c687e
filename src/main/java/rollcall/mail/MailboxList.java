package rollcall.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Reach;

/** What lies in the mailbox, the newest first. */
@Component
class MailboxList {

    private static final String FROM = """
        from mailbox_copy c join letter l on l.id = c.letter_id left join program g on g.id = l.program_id\
        """;

    private final JdbcClient jdbc;

    MailboxList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reach the programs whose letters are seen; not empty
     * @param q stands in the subject, the address or the name; empty for all
     * @param key letters older than this one, when {@code older}, else the next newer ones
     */
    List<MailboxLine> page(Reach reach, @Nullable Long program, String q, @Nullable Long key, boolean older, int most) {
        var where = new StringBuilder(" where 1 = 1");
        var params = new HashMap<String, Object>();
        if (!reach.everywhere()) {
            where.append(" and l.program_id in (:programs)");
            params.put("programs", reach.programIds());
        }
        if (program != null) {
            where.append(" and l.program_id = :program");
            params.put("program", program);
        }
        if (!q.isEmpty()) {
            where.append(" and lower(c.subject || ' ' || c.recipient || ' ' || c.recipient_name) like :q escape '!'");
            params.put("q", "%" + q.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        if (key != null) {
            where.append(older ? " and c.letter_id < :key" : " and c.letter_id > :key");
            params.put("key", key);
        }
        var lines = jdbc.sql("select c.letter_id, g.name as program, c.recipient, c.recipient_name, c.subject,"
                        + " coalesce(l.settled_at, l.created_at) as at_time " + FROM + where + " order by c.letter_id"
                        + (older ? " desc" : "") + " limit :most")
                .params(params)
                .param("most", most)
                .query((row, n) -> new MailboxLine(
                        row.getLong("letter_id"),
                        row.getString("program"),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getString("subject"),
                        row.getTimestamp("at_time").toInstant()))
                .list();
        return older ? lines : lines.reversed();
    }

    Optional<MailboxCopy> find(long letterId) {
        return jdbc.sql("""
            select c.letter_id, l.program_id, g.name as program, l.member_id, l.purpose, c.recipient,
                c.recipient_name, c.subject, c.html, c.text, c.calendar,
                coalesce(l.settled_at, l.created_at) as at_time
            """ + FROM + " where c.letter_id = :id")
                .param("id", letterId)
                .query((row, n) -> new MailboxCopy(
                        row.getLong("letter_id"),
                        (Long) row.getObject("program_id"),
                        row.getString("program"),
                        (Long) row.getObject("member_id"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("text"),
                        row.getString("calendar"),
                        row.getTimestamp("at_time").toInstant()))
                .optional();
    }
}
