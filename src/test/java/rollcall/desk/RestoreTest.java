package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What restoring takes care of, with one backup for all. */
class RestoreTest {

    @TempDir
    static Path original;

    private static BackupFolder backup;

    @TempDir
    Path data;

    @BeforeAll
    static void backUp() throws IOException {
        var here = Installation.onH2(original);
        here.started().close();
        backup = new BackupFolder(BackupCommand.make(here.settings()));
    }

    @Test
    void theSameKeyMayBeThere() throws IOException {
        Files.copy(original.resolve("secret.key"), data.resolve("secret.key"));

        var there = restored();

        assertThat(there.jdbc().queryForObject("select paused_by from mail_desk", String.class))
                .isEqualTo("bin/restore");
    }

    @Test
    void withAnotherKeyNothingIsTouched() throws IOException {
        Files.writeString(data.resolve("secret.key"), "another");

        assertThatThrownBy(this::restored)
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageEndingWith("secret.key: this is another key than the backup's.");

        assertThat(data.resolve("secret.key")).hasContent("another");
        assertThat(data.resolve("rollcall.mv.db")).doesNotExist();
    }

    private Installation restored() throws IOException {
        return restored(backup);
    }

    private Installation restored(BackupFolder from) throws IOException {
        var there = Installation.onH2(data);
        RestoreCommand.restore(from, there.settings(), there.arguments());
        return there;
    }
}
