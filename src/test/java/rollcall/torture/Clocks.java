package rollcall.torture;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Clocks that go wrong, where {@code faketime} is installed. */
final class Clocks {

    private Clocks() {}

    /** The command that starts another one with such a clock. It becomes that command: what is killed is the right process. */
    static String[] moved(String by) {
        return new String[] {
            "env", "LD_PRELOAD=" + preload().orElseThrow(), "FAKETIME=" + by, "FAKETIME_DONT_FAKE_MONOTONIC=1"
        };
    }

    /** The library of faketime; nothing where there is none. */
    static Optional<String> preload() {
        try {
            return Commands.run(Map.of(), "faketime", "-m", "-f", "+0s", "env")
                    .output()
                    .lines()
                    .filter(line -> line.startsWith("LD_PRELOAD="))
                    .map(line -> line.substring("LD_PRELOAD=".length()))
                    .findFirst();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
    }
}
