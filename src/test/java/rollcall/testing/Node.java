package rollcall.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The packaged application in a process of its own, which can be killed, and somebody who uses its pages. */
public final class Node extends Pages {

    private static final Path PROGRAM = Path.of("bin", "rollcall");

    /** The first start of a build prepares all later ones. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Where a node keeps everything; several nodes may share one, and so may a node and the one that goes on after it. */
    public enum Database {
        H2,
        POSTGRESQL;

        /** What a node is started with that has a new one of these; {@link #impatient}. */
        public String[] arguments(String... more) {
            var all = new ArrayList<>(List.of(impatient(more)));
            if (this == POSTGRESQL) {
                all.add("--spring.datasource.url=" + Databases.freshPostgres());
                all.add("--spring.datasource.username=postgres");
            }
            return all.toArray(String[]::new);
        }
    }

    /** With these arguments what a killed node had in hand is taken up again soon. */
    public static String[] impatient(String... more) {
        return Stream.concat(
                        Stream.of("--db-scheduler.heartbeat-interval=1s", "--db-scheduler.missed-heartbeats-limit=4"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private final Process process;
    private final Path log;
    private final URI base;

    private Node(Process process, Path log, URI base) {
        super(() -> base);
        this.process = process;
        this.log = log;
        this.base = base;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param folder where it keeps its files, and its H2 database when the arguments name no other
     */
    public static Node start(Path folder, String... arguments) throws IOException {
        return start(List.of(), folder, arguments);
    }

    /**
     * The same.
     *
     * @param by a command that starts other commands, with its arguments
     */
    public static Node start(List<String> by, Path folder, String... arguments) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(by);
        command.addAll(List.of(PROGRAM.toString(), "--server.port=" + port, "--rollcall.sample=false"));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(folder, "node", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JDK_JAVA_OPTIONS",
                        "-Xmx512m -XX:TieredStopAtLevel=1",
                        "ROLLCALL_DATA",
                        folder.toString(),
                        "ROLLCALL_ADMIN_EMAIL",
                        ADMINISTRATOR,
                        "ROLLCALL_ADMIN_PASSWORD",
                        PASSWORD));
        var node = new Node(builder.start(), log, URI.create("http://localhost:" + port));
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(node::answers);
        } catch (RuntimeException | Error silent) {
            node.kill();
            throw silent;
        }
        return node;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The node ended: " + said());
        }
        try {
            return get("/actuator/health").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Everything that it wrote to its console. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    /** As {@code kill -9}: nothing is told to it, nothing is finished. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As {@code SIGTERM}: it finishes what it has in hand, and ends. */
    public void drain() {
        process.destroy();
        process.onExit().join();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Where its pages are. */
    public URI base() {
        return base;
    }

    @Override
    public void close() {
        kill();
        super.close();
        sweep();
    }

    /** Takes away what a killed one left in the folder for temporary files. */
    private void sweep() {
        var left = new File(System.getProperty("java.io.tmpdir"))
                .listFiles((folder, name) -> name.matches("tomcat(-docbase)?\\.%d\\..*".formatted(base.getPort())));
        for (var one : Objects.requireNonNullElse(left, new File[0])) {
            FileSystemUtils.deleteRecursively(one);
        }
    }
}
