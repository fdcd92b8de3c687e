package rollcall.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server that keeps what it acknowledged, and can be frozen, stopped, killed and started again. */
public final class PostgresServer implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres server;

    private PostgresServer(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** @param folder of its own; not there yet */
    public static PostgresServer start(Path folder) {
        return new PostgresServer(folder, start(folder, 0));
    }

    private static EmbeddedPostgres start(Path folder, int port) {
        try {
            var builder = plain().setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on");
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** The same on each machine, whatever its language is. */
    static EmbeddedPostgres.Builder plain() {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    /** Where the database is that the user {@code postgres} may enter. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    public void freeze() {
        signalAll("STOP");
    }

    public void thaw() {
        signalAll("CONT");
    }

    /** To the server and to each of its processes: it answers nothing any more, and closes nothing. */
    private void signalAll(String name) {
        var postmaster = postmaster();
        Signals.send(name, postmaster);
        // Asked only now: one that is stopped begins no further process, which would answer on.
        postmaster.descendants().forEach(process -> Signals.send(name, process));
    }

    private ProcessHandle postmaster() {
        try {
            var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends the server while somebody is connected to it; what it has stored stays. */
    public void stop() throws IOException {
        server.close();
    }

    /** As {@code pg_ctl stop -m immediate}: what it has in hand is dropped, nothing is put in order. */
    public void stopAtOnce() throws IOException {
        var postmaster = postmaster();
        Signals.send("QUIT", postmaster);
        postmaster.onExit().join();
        server.close();
    }

    public void startAgain() {
        server = start(folder, server.getPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
