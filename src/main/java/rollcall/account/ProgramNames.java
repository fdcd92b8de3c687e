package rollcall.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The programs that a role can be given for. */
@Component
class ProgramNames {

    private final JdbcClient jdbc;

    ProgramNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name of each program by its id, archived ones last. */
    Map<Long, String> all() {
        var names = new LinkedHashMap<Long, String>();
        jdbc.sql("""
            select id, name from program
            order by case when archived_at is null then 0 else 1 end, name, id\
            """).query(row -> {
            names.put(row.getLong("id"), row.getString("name"));
        });
        return names;
    }
}
