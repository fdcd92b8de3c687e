package rollcall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process beside the application, which prints its port first. */
record Beside(Process process, String port) implements AutoCloseable {

    static Beside start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII);
        return new Beside(process, new BufferedReader(said).readLine());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
