package rollcall.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes backups of an H2 database from within the process that has it open, as no other may. H2 copies its file as it is
 * at one moment; whoever writes waits meanwhile, since a backup has its turn like a transaction that writes.
 */
@Component
class Backups {

    private final JdbcTemplate jdbc;
    private final Path data;
    private final Clock clock;

    Backups(JdbcTemplate jdbc, @Value("${rollcall.data:${ROLLCALL_DATA:./data}}") Path data, Clock clock) {
        this.jdbc = jdbc;
        this.data = data;
        this.clock = clock;
    }

    /** The files after the database: one that the database knows of is not missed, unless its import has ended by then. */
    BackupFolder make() throws IOException {
        var folder = BackupFolder.create(data.toAbsolutePath(), clock.instant());
        jdbc.execute((Connection connection) -> copy(connection, folder.h2()));
        folder.takeFiles(data);
        return folder;
    }

    /** In one transaction, so that nobody writes between the two: what is not in the file yet would not be in the copy. */
    private static boolean copy(Connection connection, Path file) throws SQLException {
        var before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
            return statement.execute("backup to '" + file.toString().replace("'", "''") + "'");
        } finally {
            connection.commit();
            connection.setAutoCommit(before);
        }
    }
}
