package rollcall.desk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The command behind {@code bin/backup}. A Rollcall that runs on H2 is asked to make the backup, since nobody else can read
 * its database; when none runs, and on PostgreSQL, the command makes it itself.
 */
public final class BackupCommand {

    private BackupCommand() {}

    /** Prints the folder of the backup. */
    public static void main(String[] args) {
        SettingsOnly.work(settings -> System.out.println(make(settings)), args);
    }

    static Path make(BackupSettings settings) throws IOException {
        if (settings.onPostgres()) {
            return dumped(settings);
        }
        var asked = asked(settings.data());
        return asked.isPresent() ? asked.get() : copied(settings);
    }

    private static Path dumped(BackupSettings settings) throws IOException {
        return BackupFolder.make(settings.data(), Clock.systemUTC().instant(), folder -> {
                    new PostgresTools(settings).dump(folder.postgres());
                    folder.takeFiles(settings.data());
                })
                .path();
    }

    /** What a running Rollcall made; empty when none runs. One that was killed has left its pass. */
    private static Optional<Path> asked(Path data) throws IOException {
        var pass = OperationsPass.find(data);
        try {
            return pass.isEmpty() ? Optional.empty() : Optional.of(ask(pass.get()));
        } catch (ConnectException nobodyThere) {
            return Optional.empty();
        }
    }

    private static Path ask(OperationsPass pass) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://" + pass.port() + OperationsPort.BACKUPS))
                    .header("Authorization", pass.authorization())
                    .POST(BodyPublishers.noBody())
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Rollcall could not make the backup; its log says why.");
            }
            return Path.of(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for the backup.", stopped);
        }
    }

    private static Path copied(BackupSettings settings) throws IOException {
        if (!Files.exists(settings.h2File())) {
            throw new NoSuchFileException(
                    settings.h2File().toString(),
                    null,
                    "there is no database. Call bin/backup in the folder, and with the settings, that Rollcall is"
                            + " started with.");
        }
        // H2 would make a database where there is none, and the backup of it would look like one.
        var source =
                new DriverManagerDataSource(settings.url() + ";IFEXISTS=TRUE", settings.user(), settings.password());
        return new Backups(new JdbcTemplate(source), settings.data(), Clock.systemUTC())
                .make()
                .path();
    }
}
