package rollcall.account;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps H2 from changing or removing what stands in the audit; see the migration that names this class. On PostgreSQL a
 * function does the same.
 */
public final class AuditStays implements Trigger {

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("The audit is only added to.", "23000");
    }
}
