package rollcall.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        System.out.println("Restored. Mail and campaigns are paused and connections are switched off until somebody lets them"
                + " go on.");
    }

    /** The files last: when they cannot be put there, the database is no danger to anybody all the same. */
    static void restore(BackupFolder from, BackupSettings to, String... args) throws IOException {
        refuseToOverwrite(to.h2File());
        from.refuseAnotherKey(to.data());
        if (to.onPostgres()) {
            new PostgresTools(to).restore(from.postgres());
        }
        try (var context = DatabaseOnly.open(args)) {
            var jdbc = context.getBean(JdbcTemplate.class);
            if (!to.onPostgres()) {
                Backups.bringBack(jdbc, from);
            }
            Precautions.take(jdbc);
        }
        from.giveFiles(to.data());
    }

    private static void refuseToOverwrite(Path database) throws IOException {
        if (Files.exists(database)) {
            throw new FileAlreadyExistsException(database.toString(), null, "there is a database already.");
        }
    }
}
