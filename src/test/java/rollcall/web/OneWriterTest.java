package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With two tables, so that H2 itself would let both write at the same time. */
class OneWriterTest {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final JdbcDataSource h2 = new JdbcDataSource();
    private final DataSource turns = new OneWriter(h2, Duration.ofSeconds(20));
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeEach
    void twoTables() throws SQLException {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        run(h2, "create table one(v int)", "create table two(v int)", "insert into one values (1)");
    }

    @AfterEach
    void end() throws SQLException {
        other.shutdownNow();
        run(h2, "shutdown");
    }

    @Test
    void doWriteAtTheSameTimeWithoutIt() throws Exception {
        try (var open = transaction(h2, "insert into one values (2)")) {
            other.submit(() -> run(h2, "insert into two values (1)")).get();
            assertThat(count(h2, "two")).isEqualTo(1);
            open.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into one values (2)", "update one set v = 3", "select v from one for update"})
    void theSecondWaitsUntilTheFirstHasStored(String first) throws Exception {
        try (var open = transaction(turns, first)) {
            var second = inTheBackground("insert into two values (1)");
            assertThat(count(turns, "two"))
                    .as("who only reads waits for nobody")
                    .isZero();
            open.commit();
            second.get();
        }
        assertThat(count(turns, "two")).isEqualTo(1);
    }

    @Test
    void orHasTakenBack() throws Exception {
        try (var open = transaction(turns, "insert into one values (2)")) {
            var savepoint = open.setSavepoint();
            open.rollback(savepoint);
            var second = inTheBackground("insert into two values (1)");
            open.rollback();
            second.get();
        }
    }

    @Test
    void orHasGone() throws Exception {
        var open = transaction(turns, "insert into one values (2)");
        var second = inTheBackground("insert into two values (1)");
        open.close();
        second.get();
    }

    @Test
    void batchesTakeTurnsToo() throws Exception {
        try (var open = transaction(turns)) {
            try (var batch = open.prepareStatement("insert into one values (?)")) {
                for (int v = 10; v < 13; v++) {
                    batch.setInt(1, v);
                    batch.addBatch();
                }
                batch.executeBatch();
            }
            var second = inTheBackground("insert into two values (1)");
            open.commit();
            second.get();
        }
        assertThat(count(turns, "one")).isEqualTo(4);
    }

    @Test
    void aTransactionInsideDoesNotWaitForTheOneAroundIt() throws Exception {
        try (var around = transaction(turns, "insert into one values (2)");
                var inside = transaction(turns, "insert into two values (1)")) {
            inside.commit();
            var second = inTheBackground("insert into two values (2)");
            around.commit();
            second.get();
        }
        assertThat(count(turns, "two")).isEqualTo(2);
    }

    @Test
    void whoWaitsTooLongIsToldAsH2Does() throws Exception {
        var impatient = new OneWriter(h2, A_MOMENT);
        try (var open = transaction(impatient, "insert into one values (2)")) {
            assertThatThrownBy(() -> other.submit(() -> run(impatient, "insert into two values (1)"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            told -> assertThat(told.getErrorCode()).isEqualTo(rowTimeout()));
            open.commit();
        }
        other.submit(() -> run(impatient, "insert into two values (1)")).get();
    }

    @Test
    void whoIsInterruptedStillWrites() throws Exception {
        Thread.currentThread().interrupt();
        run(turns, "insert into two values (1)");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(count(turns, "two")).isEqualTo(1);
    }

    @Test
    void aRefusedStatementKeepsNobodyWaiting() throws Exception {
        assertThatThrownBy(() -> run(turns, "insert into one values ('x')")).isInstanceOf(SQLException.class);
        other.submit(() -> run(turns, "insert into two values (1)")).get();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1 | false",
                "'  \n SELECT v from one' | false",
                "(select 1) union (select 2) | false",
                "with t as (select 1) select * from t | false",
                "explain analyze select 1 | false",
                "select v from one where v = 1 for update skip locked | true",
                "'select v from one for\n update' | true",
                "select next value for s | true",
                "selection | true",
                "insert into one select v from two | true",
                "merge into one using two on false when not matched then insert values (1) | true",
                "delete from one | true",
                "create table three(v int) | true"
            })
    void tellsWhoWrites(String sql, boolean writes) {
        assertThat(OneWriter.writes(sql)).isEqualTo(writes);
    }

    private Future<Void> inTheBackground(String sql) {
        var started = new CompletableFuture<Void>();
        Future<Void> second = other.submit(() -> {
            started.complete(null);
            run(turns, sql);
            return null;
        });
        started.join();
        await().during(A_MOMENT).until(() -> !second.isDone());
        return second;
    }

    private static Connection transaction(DataSource source, String... sql) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var one : sql) {
                statement.execute(one);
            }
        }
        return connection;
    }

    private static Void run(DataSource source, String... sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var one : sql) {
                statement.execute(one);
            }
        }
        return null;
    }

    private static int count(DataSource source, String table) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What H2 says when somebody waited too long for a row. */
    private static int rowTimeout() {
        return ErrorCode.LOCK_TIMEOUT_1;
    }
}
