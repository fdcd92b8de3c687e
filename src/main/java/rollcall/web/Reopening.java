package rollcall.web;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Lets go of all connections to an H2 database that closed itself, as it does when its disk is full: as long as one of them is
 * open, H2 hands out the closed database, and with the next one after that it opens the file again.
 */
final class Reopening implements SQLExceptionOverride {

    private final HikariDataSource pool;

    Reopening(HikariDataSource pool) {
        this.pool = pool;
    }

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        if (!DatabaseAway.closedInH2(failure)) {
            return Override.CONTINUE_EVICT;
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        return Override.MUST_EVICT;
    }
}
