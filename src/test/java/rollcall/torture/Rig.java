package rollcall.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import rollcall.testing.Node;
import rollcall.testing.Node.Database;
import rollcall.testing.PostgresServer;

/** The packaged application on a database of its own, in one process or several, with everything that it keeps. */
final class Rig implements AutoCloseable {

    /** What a killed node had in hand is taken up soon, and a load is let in. */
    private static final List<String> SETTINGS = List.of(
            "--rollcall.job-lease=PT5S",
            "--rollcall.push-lease=PT10S",
            "--rollcall.mail.lease=PT5S",
            "--rollcall.export.at-once=1000000",
            "--rollcall.registration.fastest=0s",
            "--rollcall.registration.per-address=1000000",
            "--rollcall.registration.per-program=1000000");

    private static final int COMPLAINTS = 20;

    private final Path folder;
    private final Disk disk;
    private @Nullable PostgresServer server;

    /** When somebody ends the command: nothing is left behind. */
    private final Thread hook = new Thread(this::remove);

    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    private Rig(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @param smallDisk whether all of it lies on a disk that can be filled up, where one may mount one */
    static Rig start(Database database, int nodes, boolean smallDisk) throws IOException {
        var folder = Files.createTempDirectory("rollcall-torture");
        var rig = new Rig(folder, Disk.at(folder, smallDisk));
        try {
            rig.begin(database, nodes);
        } catch (IOException | RuntimeException | Error failed) {
            rig.close();
            throw failed;
        }
        return rig;
    }

    private void begin(Database database, int number) throws IOException {
        if (database == Database.POSTGRESQL) {
            server = PostgresServer.start(folder.resolve("postgresql"));
        }
        for (int n = 0; n < number; n++) {
            nodes.add(node(List.of()));
        }
    }

    private Node node(List<String> by) throws IOException {
        return Node.start(by, folder, Node.impatient(arguments().toArray(String[]::new)));
    }

    private List<String> arguments() {
        var all = new ArrayList<>(SETTINGS);
        if (server != null) {
            all.add("--spring.datasource.url=" + server.url());
            all.add("--spring.datasource.username=postgres");
        }
        return all;
    }

    boolean onH2() {
        return server == null;
    }

    PostgresServer server() {
        return Objects.requireNonNull(server);
    }

    Disk disk() {
        return disk;
    }

    Path folder() {
        return folder;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** @param turn counts up as one turns from one node to the next */
    URI base(int turn) {
        return nodes.get(Math.floorMod(turn, nodes.size())).base();
    }

    /** Puts a new node in the place of one that has ended. */
    void startAgain(int which, String... by) throws IOException {
        var ended = nodes.get(which);
        nodes.set(which, node(List.of(by)));
        ended.close();
    }

    /** Starts again what has ended. */
    void wake() throws IOException {
        for (int n = 0; n < nodes.size(); n++) {
            if (!nodes.get(n).process().isAlive()) {
                startAgain(n);
            }
        }
    }

    /** What {@code bin/check} says is broken; nothing when all is well. On H2 the node has to end for it. */
    List<String> check() throws IOException {
        if (onH2()) {
            nodes.getFirst().drain();
        }
        var command =
                Stream.concat(Stream.of("bin/check"), arguments().stream()).toArray(String[]::new);
        var ended = Commands.run(
                Map.of("ROLLCALL_DATA", folder.toString(), "JAVA_HOME", System.getProperty("java.home")), command);
        return ended.code() == 0 ? List.of() : List.of("bin/check (" + ended.code() + "): " + ended.output());
    }

    /** The last that the nodes complained of. */
    List<String> complaints() throws IOException {
        var all = new ArrayList<String>();
        for (var node : nodes) {
            all.addAll(node.said()
                    .lines()
                    .filter(line -> line.contains("ERROR") || line.contains("WARN"))
                    .toList());
        }
        return all.subList(Math.max(0, all.size() - COMPLAINTS), all.size());
    }

    /** Copies all that the nodes said into that folder. */
    void keepWords(Path kept) throws IOException {
        Files.createDirectories(kept);
        for (int n = 0; n < nodes.size(); n++) {
            Files.writeString(kept.resolve("node-" + n + ".log"), nodes.get(n).said());
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            return; // The hook is at it.
        }
        remove();
    }

    private void remove() {
        nodes.forEach(Node::close);
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException | UncheckedIOException gone) {
            // It had ended by itself.
        } finally {
            disk.close();
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
