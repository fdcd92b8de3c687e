package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.RollcallApplication;

/** A process that finds its database taken. */
class DatabaseInUseTest {

    @TempDir
    Path data;

    @Test
    void saysSoInOneSentence() throws IOException, InterruptedException {
        try (var file = FileChannel.open(
                        data.resolve("rollcall.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            var log = data.resolve("log");

            var second = start(log);

            assertThat(second.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(log)
                    .content()
                    .containsOnlyOnce(
                            "Another Rollcall has this database open: stop it first, or set ROLLCALL_DATA to another"
                                    + " folder.")
                    .doesNotContain("WARN")
                    .doesNotContain("Exception");
        }
    }

    private Process start(Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dspring.devtools.restart.enabled=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RollcallApplication.class.getName(),
                        "--rollcall.data=" + data,
                        "--server.port=0",
                        "--rollcall.operations.port=0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
