package rollcall.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Keeps people from waiting for a database that has stopped answering: what a request asks of it must be answered within
 * seconds, and after the first silence the same request does not ask again. Long work, which may wait longer, is not
 * touched.
 */
final class ShortWait extends DelegatingDataSource {

    private static final int LONGEST = 3_000; // milliseconds

    private enum Asker {
        LONG_WORK,
        REQUEST,
        DISAPPOINTED
    }

    private static final ThreadLocal<Asker> ASKER = ThreadLocal.withInitial(() -> Asker.LONG_WORK);

    ShortWait(DataSource source) {
        super(source);
    }

    /** What this thread does from now on is for somebody who waits, until {@link #end}. */
    static void begin() {
        ASKER.set(Asker.REQUEST);
    }

    static void giveUp() {
        ASKER.set(Asker.DISAPPOINTED);
    }

    static void end() {
        ASKER.remove();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return switch (ASKER.get()) {
            case LONG_WORK -> super.getConnection();
            case REQUEST -> soon();
            case DISAPPOINTED ->
                throw new SQLTransientConnectionException("The database was silent a moment ago.", "08001");
        };
    }

    private Connection soon() throws SQLException {
        try {
            var connection = super.getConnection();
            connection.setNetworkTimeout(Runnable::run, LONGEST);
            return connection;
        } catch (SQLException silent) {
            giveUp();
            throw silent;
        }
    }
}
