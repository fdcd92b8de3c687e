package rollcall.desk;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** PostgreSQL's own tools, which must be on the path and not older than the server. */
final class PostgresTools {

    private static final String ADDRESS = "jdbc:postgresql://";

    /** What the driver for Java is told in its URL, and the tools in their environment. */
    private static final Map<String, String> VARIABLES = Map.of(
            "user", "PGUSER",
            "password", "PGPASSWORD",
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY");

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

    /**
     * Without what only the driver for Java understands.
     *
     * @throws IOException when it does not say where the server is, as the tools would look elsewhere than the driver
     */
    String address() throws IOException {
        if (!settings.url().startsWith(ADDRESS)) {
            throw new IOException("ROLLCALL_DATABASE_URL must begin with " + ADDRESS + " and the name of the server.");
        }
        return settings.url().replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "");
    }

    /** As for the driver, what the URL says counts for more than the settings beside it. */
    Map<String, String> environment() {
        var all = new TreeMap<>(Map.of("PGUSER", settings.user(), "PGPASSWORD", settings.password()));
        for (var pair : settings.url().replaceFirst("^[^?]*\\??", "").split("&")) {
            var parts = pair.split("=", 2);
            var variable = VARIABLES.get(parts[0]);
            if (variable != null && parts.length == 2) {
                all.put(variable, URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private void run(String... command) throws IOException {
        var builder = new ProcessBuilder(List.of(command)).inheritIO();
        builder.environment().putAll(environment());
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
