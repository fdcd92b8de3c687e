package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import rollcall.testing.Databases;

/** A backup is made while Rollcall runs, restored elsewhere, and everything is there again. */
class BackupTest {

    @TempDir
    Path folder;

    @Test
    void onH2EverythingIsThereAgain() throws Exception {
        var data = folder.resolve("data");
        var here = Installation.onH2(data);
        var elsewhere = folder.resolve("elsewhere");
        var there = Installation.onH2(elsewhere);
        Map<String, Long> counts;
        Path backup;
        try (var application = here.started()) {
            upload(data);
            counts = counts(application.getBean(JdbcTemplate.class));
            assertThat(asked(application, "Bearer guessed"))
                    .as("without the pass")
                    .isEqualTo(403);
            backup = BackupCommand.make(here.settings());
        }
        assertThat(backup).hasParentRaw(data.resolve("backups"));
        assertThat(Files.getPosixFilePermissions(backup))
                .containsOnly(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);

        restore(backup, there);

        assertThatAllIsThere(there, counts);
        assertThatItWasRestoredWithCare(there);
        assertThat(elsewhere.resolve("secret.key")).hasSameBinaryContentAs(data.resolve("secret.key"));
        assertThat(elsewhere.resolve("uploads/some.csv")).hasContent("email");
        assertThatThrownBy(() -> restore(backup, there))
                .as("over what is there")
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    /** The one that ran was killed, so its pass is still there. */
    @Test
    void onH2TheCommandMakesABackupItselfWhenNothingRuns() throws Exception {
        var data = folder.resolve("data");
        var here = Installation.onH2(data);
        try (var application = here.started()) {
            assertThat(application.isRunning()).isTrue();
        }
        assertThat(data.resolve("operations.pass")).as("after a proper end").doesNotExist();
        Files.writeString(data.resolve("operations.pass"), "127.0.0.1:9\nword\n");

        var backup = BackupCommand.make(here.settings());

        assertThat(new BackupFolder(backup).h2()).isNotEmptyFile();
    }

    /** Such as by cron, in another folder or without the settings. */
    @Test
    void ofADatabaseThatDoesNotExistThereIsNoBackup() {
        var data = folder.resolve("data");
        var here = Installation.onH2(data);

        assertThatThrownBy(() -> BackupCommand.make(here.settings())).isInstanceOf(NoSuchFileException.class);

        assertThat(data).doesNotExist();
    }

    @Test
    void onPostgresEverythingIsThereAgain() throws Exception {
        if (dumpVersion() < Databases.POSTGRES_VERSION) {
            System.out.println("NOT RUN: backup and restore on PostgreSQL, for want of pg_dump "
                    + Databases.POSTGRES_VERSION + " or later on the path.");
            return;
        }
        var here = Installation.onPostgres(folder.resolve("data"), Databases.freshPostgres());
        var there = Installation.onPostgres(folder.resolve("elsewhere"), Databases.freshPostgres());
        Map<String, Long> counts;
        Path backup;
        try (var application = here.started()) {
            counts = counts(application.getBean(JdbcTemplate.class));
            backup = BackupCommand.make(here.settings());
        }

        Files.copy(
                backup.resolve("secret.key"),
                Files.createDirectories(there.settings().data()).resolve("secret.key"));
        restore(backup, there);

        assertThatAllIsThere(there, counts);
        assertThatItWasRestoredWithCare(there);
    }

    /** 0 when there is none. */
    private static int dumpVersion() throws InterruptedException {
        try {
            var asked = new ProcessBuilder("pg_dump", "--version").start();
            asked.waitFor(10, TimeUnit.SECONDS);
            var said = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return Integer.parseInt(said.replaceFirst("(?s)^\\D*(\\d+).*$", "$1"));
        } catch (IOException none) {
            return 0;
        }
    }

    private static void restore(Path backup, Installation there) throws IOException {
        RestoreCommand.restore(new BackupFolder(backup), there.settings(), there.arguments());
    }

    private static void upload(Path data) throws IOException {
        Files.writeString(Files.createDirectories(data.resolve("uploads")).resolve("some.csv"), "email");
    }

    private static int asked(ConfigurableApplicationContext application, String authorization) throws Exception {
        var at = application.getBean(OperationsPort.class).reachedAt();
        var uri = URI.create("http://127.0.0.1:%d/backups".formatted(at.getPort()));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri)
                    .header("Authorization", authorization)
                    .POST(BodyPublishers.noBody())
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static void assertThatAllIsThere(Installation there, Map<String, Long> counts) {
        var jdbc = there.jdbc();
        assertThat(counts(jdbc)).isEqualTo(counts);
        assertThat(counts).containsEntry("MEMBER", 40L);
        assertThat(Inspected.breaches(new Inspection(jdbc, Duration.ofSeconds(25))))
                .isEmpty();
    }

    private static void assertThatItWasRestoredWithCare(Installation there) {
        assertThat(there.jdbc().queryForObject("select paused_by from mail_desk", String.class))
                .isEqualTo("bin/restore");
    }

    /** How many rows each table has. */
    private static Map<String, Long> counts(JdbcTemplate jdbc) {
        var counts = new TreeMap<String, Long>();
        for (var table : tables(jdbc)) {
            counts.put(
                    table.toUpperCase(java.util.Locale.ROOT),
                    jdbc.queryForObject("select count(*) from \"" + table + "\"", Long.class));
        }
        return counts;
    }

    private static List<String> tables(JdbcTemplate jdbc) {
        return new ArrayList<>(jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'", String.class));
    }
}
