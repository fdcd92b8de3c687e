package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:15:00Z");

    @TempDir
    Path data;

    @Test
    void hasItsNameOnlyWhenItIsWhole() throws IOException {
        var made = BackupFolder.make(data, NOW, folder -> {
            assertThat(data.resolve("backups/2026-11-27T091500Z")).doesNotExist();
            Files.writeString(folder.h2(), "all");
        });

        assertThat(made.path()).isEqualTo(data.resolve("backups/2026-11-27T091500Z"));
        assertThat(made.h2()).hasContent("all");
        assertThat(data.resolve("backups")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void isGoneWhenItCannotBeFilled() {
        assertThatThrownBy(() -> BackupFolder.make(data, NOW, folder -> {
                    Files.writeString(folder.h2(), "half");
                    throw new IOException("No room.");
                }))
                .hasMessage("No room.");

        assertThat(data.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void doesNotTakeThePlaceOfAnother() throws IOException {
        var first = BackupFolder.make(data, NOW, folder -> Files.writeString(folder.h2(), "first"));

        assertThatThrownBy(() -> BackupFolder.make(data, NOW, folder -> Files.writeString(folder.h2(), "second")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(first.h2()).hasContent("first");
    }
}
