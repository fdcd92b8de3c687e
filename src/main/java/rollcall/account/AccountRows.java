package rollcall.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.web.Text;

/** The rows of {@code account}, each read together with its grants in one statement. */
@Component
class AccountRows implements AdministratorLock {

    private static final String SELECT = """
        select a.id, a.version, a.email, a.name, a.password_hash, a.administrator, a.language, a.zone, a.shortcuts,
            a.disabled_at, a.created_at, f.set_at as second_factor_since, g.program_id, g.role
        from account a
        left join second_factor f on f.account_id = a.id
        left join role_grant g on g.account_id = a.id\
        """;

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    Optional<Account> find(long id) {
        return read(jdbc.sql(SELECT + " where a.id = :id").param("id", id)).stream()
                .findFirst();
    }

    Optional<Account> byEmail(String email) {
        return read(jdbc.sql(SELECT + " where a.email_key = :key").param("key", Text.folded(email))).stream()
                .findFirst();
    }

    /** Everybody, by name. */
    List<Account> all() {
        return read(jdbc.sql(SELECT + " order by a.name, a.id"));
    }

    long insert(NewAccount account, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into account (version, email, email_key, name, administrator, language, zone, shortcuts,
                created_at)
            values (0, :email, :key, :name, :administrator, '', '', true, :now)\
            """)
                .param("email", account.email())
                .param("key", Text.folded(account.email()))
                .param("name", account.name())
                .param("administrator", account.rights().administrator())
                .param("now", Timestamp.from(now))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    void storePassword(long id, String hash) {
        jdbc.sql("update account set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    void storeEmail(long id, String email) {
        jdbc.sql("update account set email = :email, email_key = :key where id = :id")
                .param("email", email)
                .param("key", Text.folded(email))
                .param("id", id)
                .update();
    }

    /** False when somebody else changed the account since that version; nothing is stored then. */
    boolean countChange(long id, int version) {
        return jdbc.sql("update account set version = version + 1 where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void storeSettings(long id, Settings settings) {
        jdbc.sql("""
            update account set name = :name, language = :language, zone = :zone, shortcuts = :shortcuts
            where id = :id\
            """)
                .param("name", settings.name())
                .param("language", settings.language())
                .param("zone", settings.zone())
                .param("shortcuts", settings.shortcuts())
                .param("id", id)
                .update();
    }

    void storeDisabled(long id, @Nullable Instant at) {
        jdbc.sql("update account set disabled_at = :at where id = :id")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("id", id)
                .update();
    }

    @Override
    public List<Long> lockAdministrators() {
        return jdbc.sql("select id from account where administrator and disabled_at is null order by id for update")
                .query(Long.class)
                .list();
    }

    private static List<Account> read(StatementSpec statement) {
        return statement.query(rows -> {
            var accounts = new LinkedHashMap<Long, Account>();
            var grants = new HashMap<Long, Map<@Nullable Long, Role>>();
            while (rows.next()) {
                var account = account(rows);
                accounts.putIfAbsent(account.id(), account);
                addGrant(rows, grants.computeIfAbsent(account.id(), none -> new HashMap<>()));
            }
            return accounts.values().stream()
                    .map(account -> withGrants(account, grants.getOrDefault(account.id(), Map.of())))
                    .toList();
        });
    }

    private static void addGrant(ResultSet row, Map<@Nullable Long, Role> grants) throws SQLException {
        var role = row.getString("role");
        if (role != null) {
            grants.put(row.getObject("program_id", Long.class), Role.valueOf(role));
        }
    }

    private static Account withGrants(Account account, Map<@Nullable Long, Role> grants) {
        var named = new HashMap<>(grants);
        var everywhere = named.remove(null);
        return account.with(new Rights(account.rights().administrator(), everywhere, named));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getString("language"),
                row.getString("zone"),
                row.getBoolean("shortcuts"),
                atOrNull(row, "disabled_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                atOrNull(row, "second_factor_since"),
                new Rights(row.getBoolean("administrator"), null, Map.of()));
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
