package rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On H2, which tells two things in the same way. */
class AttemptsTest {

    private final JdbcDataSource h2 = new JdbcDataSource();
    private final JdbcClient jdbc = JdbcClient.create(h2);
    /** The database is there as long as somebody is connected to it. */
    private Connection keeping;

    private final AtomicInteger tries = new AtomicInteger();
    private final Attempts attempts = new Attempts(new TransactionTemplate(new DataSourceTransactionManager(h2)));

    @BeforeEach
    void oneRow() throws SQLException {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10");
        keeping = h2.getConnection();
        jdbc.sql("create table one(v int)").update();
        jdbc.sql("insert into one values (1)").update();
    }

    @AfterEach
    void end() throws SQLException {
        keeping.close();
    }

    private int doubled() {
        return jdbc.sql("update one set v = 2 * v").update();
    }

    @Test
    void workIsRepeatedWhenALockDidNotComeFreeInTime() throws SQLException {
        try (var other = holding()) {
            var changed = attempts.inTransaction(() -> {
                if (tries.incrementAndGet() == 3) {
                    letGo(other);
                }
                return doubled();
            });

            assertThat(changed).isEqualTo(1);
            assertThat(tries).hasValue(3);
        }
    }

    @Test
    void butNotForEver() throws SQLException {
        try (var other = holding()) {
            assertThatThrownBy(() -> attempts.inTransaction(() -> {
                        tries.incrementAndGet();
                        return doubled();
                    }))
                    .isInstanceOf(QueryTimeoutException.class);

            assertThat(tries).hasValue(4);
            letGo(other);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsNotRepeated() {
        assertThatThrownBy(() -> attempts.inTransaction(() -> {
                    tries.incrementAndGet();
                    jdbc.sql("set query_timeout 1").update();
                    return jdbc.sql("select max(x * 2 + v) from system_range(1, 1000000000), one")
                            .query(Long.class)
                            .single();
                }))
                .isInstanceOf(QueryTimeoutException.class);

        assertThat(tries).hasValue(1);
    }

    private Connection holding() throws SQLException {
        var other = h2.getConnection();
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.executeUpdate("update one set v = 5");
        }
        return other;
    }

    private static void letGo(Connection other) {
        try {
            other.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
