package rollcall.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Act;
import rollcall.program.Actor;

/** The rows of {@code role_grant}, and who holds a right by them. */
@Component
class Grants {

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the account exactly these rights in place of those it had. */
    void replace(long accountId, Rights rights) {
        jdbc.sql("update account set administrator = :administrator where id = :id")
                .param("administrator", rights.administrator())
                .param("id", accountId)
                .update();
        jdbc.sql("delete from role_grant where account_id = :id")
                .param("id", accountId)
                .update();
        if (rights.everywhere() != null) {
            add(accountId, null, rights.everywhere());
        }
        for (Map.Entry<Long, Role> one : rights.named().entrySet()) {
            add(accountId, one.getKey(), one.getValue());
        }
    }

    void add(long accountId, @Nullable Long programId, Role role) {
        jdbc.sql("insert into role_grant (account_id, program_id, role) values (:account, :program, :role)")
                .param("account", accountId)
                .param("program", programId)
                .param("role", role.name())
                .update();
    }

    Set<Actor> whoMay(long programId, Act act) {
        return jdbc
                .sql("""
                    select a.id, a.name from account a
                    where a.disabled_at is null and (a.administrator or exists (
                        select 1 from role_grant g
                        where g.account_id = a.id and (g.program_id is null or g.program_id = :program)
                            and g.role in (:roles)))\
                    """)
                .param("program", programId)
                .param("roles", rolesThat(act))
                .query((row, n) -> Actor.account(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> rolesThat(Act act) {
        return Stream.of(Role.values())
                .filter(role -> role.allows(act))
                .map(Role::name)
                .toList();
    }
}
