package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53100", "57P01", "57P03"})
    void anUnreachableAServerThatStopsAndAFullDiskAreAnOutage(String state) {
        assertThat(DatabaseAway.causes(new IllegalStateException(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "54000", "23505", "40P01", "55P03"})
    void whatAServerThatIsWellRefusesIsNone(String state) {
        assertThat(DatabaseAway.causes(new IllegalStateException(new SQLException("", state))))
                .isFalse();
    }

    /** Spring calls it a failure of resources, and waiting for it would never end. */
    @Test
    void aValueThatIsTooLongForAnIndexIsNone() {
        var tooLong = new DataAccessResourceFailureException("", new SQLException("index row size", "54000"));
        assertThat(DatabaseAway.causes(tooLong)).isFalse();
        assertThat(DatabaseAway.causes(new DataAccessResourceFailureException("no connection")))
                .isTrue();
    }

    /** The pool says so without a code, and the scheduler hands it on without Spring's words for it. */
    @Test
    void aPoolThatGetsNoConnectionInTimeIsOne() {
        assertThat(DatabaseAway.causes(new IllegalStateException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void aLockOfH2ThatDoesNotComeFreeIsToldFromAStatementThatTookTooLong() {
        var lock = new QueryTimeoutException("", new SQLException("", "HYT00", 50200, new IllegalStateException()));
        assertThat(LockTimeout.causes(lock)).isTrue();
        assertThat(DatabaseAway.causes(lock)).isFalse();
        assertThat(LockTimeout.causes(new QueryTimeoutException("", new SQLException("", "57014", 57014))))
                .isFalse();
    }
}
