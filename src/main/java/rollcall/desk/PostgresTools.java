package rollcall.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL's own tools, which must be on the path and not older than the server. */
final class PostgresTools {

    private final BackupSettings settings;

    PostgresTools(BackupSettings settings) {
        this.settings = settings;
    }

    /** A dump is of one moment, whatever is written meanwhile. */
    void dump(Path file) throws IOException {
        run("pg_dump", "--format=custom", "--no-owner", "--file=" + file, "--dbname=" + address());
    }

    /** Into a database that is empty: all of it, or none. */
    void restore(Path file) throws IOException {
        run("pg_restore", "--no-owner", "--single-transaction", "--dbname=" + address(), file.toString());
    }

    /** Without what only the driver for Java understands. */
    private String address() {
        return settings.url().replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "");
    }

    private void run(String... command) throws IOException {
        var builder = new ProcessBuilder(List.of(command)).inheritIO();
        var environment = builder.environment();
        environment.put("PGUSER", settings.user());
        environment.put("PGPASSWORD", settings.password());
        var said = settings.url().replaceFirst("^.*[?&]sslmode=([\\w-]+).*$", "$1");
        if (!said.equals(settings.url())) {
            environment.put("PGSSLMODE", said);
        }
        try {
            if (builder.start().waitFor() != 0) {
                throw new IOException(command[0] + " failed.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was stopped.", stopped);
        }
    }
}
