package rollcall.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes backups of an H2 database from within the process that has it open, as no other may. Written out as SQL, since a
 * copy of the file ("backup to") lacked what had been committed last. Whoever writes waits meanwhile: a backup has its turn
 * like a transaction that writes, and so it is of one moment.
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
        return BackupFolder.make(data.toAbsolutePath(), clock.instant(), folder -> {
            jdbc.execute("script to '" + quoted(folder.h2()) + "' compression zip");
            folder.takeFiles(data);
        });
    }

    /** Fills a database that is new with what a backup holds. */
    static void bringBack(JdbcTemplate jdbc, BackupFolder folder) {
        jdbc.execute("runscript from '" + quoted(folder.h2()) + "' compression zip");
    }

    private static String quoted(Path file) {
        return file.toAbsolutePath().toString().replace("'", "''");
    }
}
