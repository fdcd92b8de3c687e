package rollcall.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks whether invariants hold. Only reads, each in a statement of its own that is ended when it takes too long. */
@Component
class Inspection {

    static final int SHOWN = 20;

    private final JdbcTemplate jdbc;
    private final Duration longest;

    /**
     * @param longest how long one invariant may take, in whole seconds; less than the database's own limits, so that it is
     *     this one that is met
     */
    Inspection(JdbcTemplate jdbc, @Value("${rollcall.checks.longest:PT25S}") Duration longest) {
        this.jdbc = jdbc;
        this.longest = longest;
    }

    Duration longest() {
        return longest;
    }

    Finding look(Invariant invariant) {
        try {
            var rows = jdbc.execute((Connection connection) -> rows(connection, invariant.query()));
            return rows == null || rows.isEmpty() ? new Finding.Holds() : new Finding.Broken(rows);
        } catch (QueryTimeoutException tooLong) {
            return new Finding.Unfinished();
        }
    }

    private List<Finding.Row> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            // H2 keeps the limit with the connection, which goes back to the pool.
            var before = statement.getQueryTimeout();
            statement.setQueryTimeout((int) longest.toSeconds());
            // Not by a limit in the statement: PostgreSQL would plan for the first rows, and there are none.
            statement.setMaxRows(SHOWN);
            try {
                return rows(statement, query);
            } finally {
                statement.setQueryTimeout(before);
            }
        }
    }

    private static List<Finding.Row> rows(Statement statement, String query) throws SQLException {
        var found = new ArrayList<Finding.Row>();
        try (var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(new Finding.Row(row.getString(1), id(row, "member_id"), id(row, "program_id")));
            }
        }
        return found;
    }

    /** Null where the query has no such column. */
    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        var columns = row.getMetaData();
        for (int n = 2; n <= columns.getColumnCount(); n++) {
            if (columns.getColumnLabel(n).equalsIgnoreCase(column)) {
                return row.getObject(n, Long.class);
            }
        }
        return null;
    }
}
