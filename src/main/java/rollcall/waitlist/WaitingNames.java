package rollcall.waitlist;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the names of members to what happened, in one query. */
@Component
class WaitingNames {

    private final JdbcClient jdbc;

    WaitingNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Happened> put(List<Happened> some) {
        var ids = some.stream()
                .map(Happened::memberId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                select m.id, p.first_name, p.last_name, p.email from member m join person p on p.id = m.person_id
                where m.id in (:ids)\
                """).param("ids", ids).query(row -> {
                var name = (row.getString("first_name") + " " + row.getString("last_name")).strip();
                names.put(row.getLong("id"), name.isEmpty() ? row.getString("email") : name);
            });
        }
        return some.stream()
                .map(one -> new Happened(
                        one.at(),
                        one.kind(),
                        one.by(),
                        one.memberId(),
                        one.memberId() == null ? "" : names.getOrDefault(one.memberId(), ""),
                        one.count(),
                        one.reason(),
                        one.changeSetId()))
                .toList();
    }
}
