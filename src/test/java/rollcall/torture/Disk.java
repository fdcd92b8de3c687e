package rollcall.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a rig lies on, and how it gets full: a small disk in memory, where one may mount one; otherwise the nodes may let
 * no file grow any more, which is the same to H2.
 */
sealed interface Disk extends AutoCloseable {

    /** Why it cannot be filled up. */
    Optional<String> missing(Rig rig);

    void fill(Rig rig) throws IOException;

    void free(Rig rig) throws IOException;

    @Override
    void close();

    /** @param small whether it is to be filled up */
    static Disk at(Path folder, boolean small) {
        return small
                        && Commands.succeeds(
                                "mount", "-t", "tmpfs", "-o", "size=400m", "rollcall-torture", folder.toString())
                ? new Small(folder)
                : new Common();
    }

    record Small(Path folder) implements Disk {

        @Override
        public Optional<String> missing(Rig rig) {
            return Optional.empty();
        }

        @Override
        public void fill(Rig rig) {
            var block = new byte[1 << 12];
            try (var out = Files.newOutputStream(filler())) {
                while (true) {
                    out.write(block);
                }
            } catch (IOException full) {
                // So it is to be.
            }
        }

        private Path filler() {
            return folder.resolve("filler");
        }

        @Override
        public void free(Rig rig) throws IOException {
            Files.delete(filler());
        }

        @Override
        public void close() {
            // Lazily: a server that was told to end may have something open for a moment yet.
            Commands.succeeds("umount", "-l", folder.toString());
        }
    }

    record Common() implements Disk {

        @Override
        public Optional<String> missing(Rig rig) {
            if (!rig.onH2()) {
                return Optional.of("one may not mount a small disk here");
            }
            return Commands.succeeds("prlimit", "--version")
                    ? Optional.empty()
                    : Optional.of("there is no prlimit here");
        }

        /** As {@code ulimit -f}, which can be taken back. */
        @Override
        public void fill(Rig rig) throws IOException {
            limit(rig, Long.toString(Files.size(rig.folder().resolve("rollcall.mv.db"))));
        }

        @Override
        public void free(Rig rig) throws IOException {
            limit(rig, "unlimited");
        }

        private static void limit(Rig rig, String bytes) throws IOException {
            for (var node : rig.nodes()) {
                var pid = Long.toString(node.process().pid());
                if (!Commands.succeeds("prlimit", "--pid", pid, "--fsize=" + bytes + ":")) {
                    throw new IOException("prlimit does not work here.");
                }
            }
        }

        @Override
        public void close() {}
    }
}
