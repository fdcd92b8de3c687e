package rollcall.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The command behind {@code bin/restore}: brings a backup to where the settings say that Rollcall keeps its data, when
 * nothing is there yet. What went out since the backup must not go out again by itself: mail is paused, and registrations
 * that waited are looked up at the provider before they are sent.
 */
public final class RestoreCommand {

    private static final List<String> CAREFULLY = List.of(
            "update mail_desk set paused_at = current_timestamp, paused_by = 'bin/restore'",
            "update push set unclear = true where action = 'REGISTER' and state = 'WAITING'",
            "update push set unclear = true, state = 'WAITING', owner = null, lease_until = null where state ="
                    + " 'SENDING'");

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
        System.out.println("Restored. Mail is paused until an administrator lets it go on, under Mail.");
    }

    static void restore(BackupFolder from, BackupSettings to, String... args) throws IOException {
        refuseToOverwrite(to.h2File());
        if (to.onPostgres()) {
            new PostgresTools(to).restore(from.postgres());
        }
        from.giveFiles(to.data());
        try (var context = DatabaseOnly.open(args)) {
            var jdbc = context.getBean(JdbcTemplate.class);
            if (!to.onPostgres()) {
                Backups.bringBack(jdbc, from);
            }
            CAREFULLY.forEach(jdbc::update);
        }
    }

    private static void refuseToOverwrite(Path database) throws IOException {
        if (Files.exists(database)) {
            throw new FileAlreadyExistsException(database.toString(), null, "there is a database already.");
        }
    }
}
