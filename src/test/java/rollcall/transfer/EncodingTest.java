package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingTest {

    @TempDir
    Path folder;

    @Test
    void aNodeThatGoesDownReadsTheRowsAtHandToTheirEnd() throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), "\uFEFFada@example.org\nbob@example.org");

        try (var lines = new BufferedReader(Encoding.UTF_8.open(file))) {
            Thread.currentThread().interrupt();
            assertThat(lines.lines()).containsExactly("ada@example.org", "bob@example.org");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
