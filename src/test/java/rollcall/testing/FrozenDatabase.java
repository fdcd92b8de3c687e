package rollcall.testing;

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
    private static PostgresServer server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        folder = freshFolder();
        server = PostgresServer.start(folder.resolve("data"));
        TestPropertyValues.of("spring.datasource.url=" + server.url(), "spring.datasource.username=postgres")
                .applyTo(context);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("rollcall-postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static void freeze() {
        server.freeze();
    }

    public static void thaw() {
        server.thaw();
    }

    /** Ends the server while the application is connected to it; what it has stored stays. */
    public static void stop() throws IOException {
        server.stop();
    }

    public static void startAgain() {
        server.startAgain();
    }

    /** Ends the server for good. */
    public static void end() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
