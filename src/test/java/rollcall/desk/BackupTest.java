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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import rollcall.RollcallApplication;
import rollcall.testing.Databases;

/** A backup is made while Rollcall runs, restored elsewhere, and everything is there again. */
class BackupTest {

    @TempDir
    Path folder;

    @Test
    void onH2EverythingIsThereAgain() throws Exception {
        var data = folder.resolve("data");
        var url = "jdbc:h2:file:%s/rollcall;WRITE_DELAY=0".formatted(data);
        var settings = new BackupSettings(data, url, "sa", "");
        var elsewhere = folder.resolve("elsewhere");
        var there = new BackupSettings(elsewhere, url.replace(data.toString(), elsewhere.toString()), "sa", "");
        Map<String, Long> counts;
        Path backup;
        try (var application = started(settings)) {
            upload(data);
            counts = counts(application.getBean(JdbcTemplate.class));
            assertThat(asked(application, "Bearer guessed"))
                    .as("without the pass")
                    .isEqualTo(403);
            backup = BackupCommand.make(settings);
        }
        assertThat(backup).hasParentRaw(data.resolve("backups"));
        assertThat(Files.getPosixFilePermissions(backup))
                .containsOnly(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);

        RestoreCommand.restore(new BackupFolder(backup), there, arguments(there));

        assertThatAllIsThere(there, counts);
        assertThat(elsewhere.resolve("secret.key")).hasSameBinaryContentAs(data.resolve("secret.key"));
        assertThat(elsewhere.resolve("uploads/some.csv")).hasContent("email");
        assertThatThrownBy(() -> RestoreCommand.restore(new BackupFolder(backup), there, arguments(there)))
                .as("over what is there")
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    /** The one that ran was killed, so its pass is still there. */
    @Test
    void onH2TheCommandMakesABackupItselfWhenNothingRuns() throws Exception {
        var data = folder.resolve("data");
        var settings = new BackupSettings(data, "jdbc:h2:file:%s/rollcall;WRITE_DELAY=0".formatted(data), "sa", "");
        try (var application = started(settings)) {
            assertThat(application.isRunning()).isTrue();
        }
        assertThat(data.resolve("operations.pass")).as("after a proper end").doesNotExist();
        Files.writeString(data.resolve("operations.pass"), "127.0.0.1:9\nword\n");

        var backup = BackupCommand.make(settings);

        assertThat(new BackupFolder(backup).h2()).isNotEmptyFile();
    }

    /** Such as by cron, in another folder or without the settings. */
    @Test
    void ofADatabaseThatDoesNotExistThereIsNoBackup() {
        var data = folder.resolve("data");
        var settings = new BackupSettings(data, "jdbc:h2:file:%s/rollcall;WRITE_DELAY=0".formatted(data), "sa", "");

        assertThatThrownBy(() -> BackupCommand.make(settings)).isInstanceOf(NoSuchFileException.class);

        assertThat(data).doesNotExist();
    }

    @Test
    void onPostgresEverythingIsThereAgain() throws Exception {
        if (dumpVersion() < Databases.POSTGRES_VERSION) {
            System.out.println("NOT RUN: backup and restore on PostgreSQL, for want of pg_dump "
                    + Databases.POSTGRES_VERSION + " or later on the path.");
            return;
        }
        var here = new BackupSettings(folder.resolve("data"), Databases.freshPostgres(), "postgres", "");
        var there = new BackupSettings(folder.resolve("elsewhere"), Databases.freshPostgres(), "postgres", "");
        Map<String, Long> counts;
        Path backup;
        try (var application = started(here)) {
            counts = counts(application.getBean(JdbcTemplate.class));
            backup = BackupCommand.make(here);
        }

        RestoreCommand.restore(new BackupFolder(backup), there, arguments(there));

        assertThatAllIsThere(there, counts);
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

    /** With the sample program, which has members in every status. */
    private static ConfigurableApplicationContext started(BackupSettings settings) {
        return new SpringApplicationBuilder(RollcallApplication.class).run(arguments(settings));
    }

    private static String[] arguments(BackupSettings settings) {
        return new String[] {
            "--server.port=0",
            "--rollcall.operations.port=0",
            "--db-scheduler.enabled=false",
            "--logging.level.root=warn",
            "--rollcall.data=" + settings.data(),
            "--spring.datasource.url=" + settings.url(),
            "--spring.datasource.username=" + settings.user()
        };
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

    private static void assertThatAllIsThere(BackupSettings settings, Map<String, Long> counts) {
        var source = new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
        var jdbc = new JdbcTemplate(source);
        assertThat(counts(jdbc)).isEqualTo(counts);
        assertThat(counts).containsEntry("MEMBER", 40L);
        assertThat(Inspected.breaches(new Inspection(jdbc, Duration.ofSeconds(25))))
                .isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from mail_desk where paused_by = 'bin/restore'", Integer.class))
                .isEqualTo(1);
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
