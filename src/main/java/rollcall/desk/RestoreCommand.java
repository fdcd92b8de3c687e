package rollcall.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The command behind {@code bin/restore}: brings a backup to where the settings say that Rollcall keeps its data, when
 * nothing is there yet, and takes {@link Precautions}.
 */
public final class RestoreCommand {

    private RestoreCommand() {}

    /** @param args the folder of the backup, and settings */
    public static void main(String[] args) {
        var folder = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).findFirst();
        if (folder.isEmpty()) {
            System.err.println("Say which backup: bin/restore data/backups/2026-11-27T091500Z");
            System.exit(2);
        }
        var from = new BackupFolder(Path.of(folder.get()));
        SettingsOnly.work(settings -> restore(from, settings, args), args);
        System.out.println(
                "Restored. Mail and campaigns are paused and connections are switched off until somebody lets them"
                        + " go on.");
    }

    /** The files last: when they cannot be put there, the database is no danger to anybody all the same. */
    static void restore(BackupFolder from, BackupSettings to, String... args) throws IOException {
        from.refuseAnotherKey(to.data());
        if (to.onPostgres()) {
            unpack(from, to, args);
        } else {
            runScript(from, to, args);
        }
        from.giveFiles(to.data());
    }

    /** PostgreSQL itself takes back all of it, when something of it fails. */
    private static void unpack(BackupFolder from, BackupSettings to, String... args) throws IOException {
        from.refuseUnlessWhole(from.postgres());
        new PostgresTools(to).restore(from.postgres());
        try (var context = DatabaseOnly.open(args)) {
            Precautions.take(context.getBean(JdbcTemplate.class));
        } catch (DataAccessException failed) {
            throw new IOException(
                    "The database is back, but nothing in it is held: do not start Rollcall on it. Empty it, and"
                            + " restore again.",
                    failed);
        }
    }

    /** A database that is there in part would keep the right backup out. */
    private static void runScript(BackupFolder from, BackupSettings to, String... args) throws IOException {
        from.refuseUnlessWhole(from.h2());
        refuseToOverwrite(to.h2File());
        try (var context = DatabaseOnly.open(args)) {
            var jdbc = context.getBean(JdbcTemplate.class);
            Backups.bringBack(jdbc, from);
            Precautions.take(jdbc);
        } catch (DataAccessException unreadable) {
            Files.deleteIfExists(to.h2File());
            // Without what it says, since H2 repeats the statement, which holds what people typed.
            throw new IOException(from.h2() + ": this cannot be read as a backup of Rollcall.");
        }
    }

    private static void refuseToOverwrite(Path database) throws IOException {
        if (Files.exists(database)) {
            throw new FileAlreadyExistsException(database.toString(), null, "there is a database already.");
        }
    }
}
