package rollcall.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Other programs of the machine. */
final class Commands {

    /** @param output what it printed, errors as well */
    record Ended(int code, String output) {}

    private Commands() {}

    /** Whether there is such a program, and it ends well. */
    static boolean succeeds(String... command) {
        try {
            return run(Map.of(), command).code() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    static Ended run(Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.onExit().join().exitValue(), output.strip());
    }
}
