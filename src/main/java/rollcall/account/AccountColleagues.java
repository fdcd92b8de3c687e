package rollcall.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.Colleagues;

/** How accounts that may sign in are reached. */
@Component
class AccountColleagues implements Colleagues {

    private final JdbcClient jdbc;

    AccountColleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Colleague> byKeys(Collection<String> keys) {
        var ids = ids(keys);
        var colleagues = new HashMap<String, Colleague>();
        if (ids.isEmpty()) {
            return colleagues;
        }
        jdbc.sql("select id, email, name, language, zone from account where id in (:ids) and disabled_at is null")
                .param("ids", ids)
                .query(row -> {
                    var colleague = new Colleague(
                            row.getString("email"),
                            row.getString("name"),
                            row.getString("language"),
                            row.getString("zone"));
                    colleagues.put(
                            Actor.account(row.getLong("id"), colleague.name()).key(), colleague);
                });
        return colleagues;
    }

    private static List<Long> ids(Collection<String> keys) {
        return keys.stream()
                .filter(key -> key.matches("account:[0-9]{1,18}"))
                .map(RightsOf::accountId)
                .distinct()
                .toList();
    }
}
