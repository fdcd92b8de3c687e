package rollcall.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server of its own for a test that freezes it, stops it and starts it again. */
public final class FrozenDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static Path folder;
    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        folder = freshFolder();
        server = start(0);
        TestPropertyValues.of(
                        "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres")
                .applyTo(context);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("rollcall-postgres").resolve("data");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres start(int port) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8");
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    public static void freeze() {
        signal("STOP");
    }

    public static void thaw() {
        signal("CONT");
    }

    /** To the server and to each of its processes: it answers nothing any more, and closes nothing. */
    private static void signal(String name) {
        var postmaster = postmaster();
        signal(name, postmaster);
        // Asked only now: one that is stopped begins no further process, which would answer on.
        postmaster.descendants().forEach(process -> signal(name, process));
    }

    private static ProcessHandle postmaster() {
        try {
            var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends the server while the application is connected to it; what it has stored stays. */
    public static void stop() throws IOException {
        server.close();
    }

    public static void startAgain() {
        server = start(server.getPort());
    }

    /** Ends the server for good. */
    public static void end() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder.getParent());
    }
}
