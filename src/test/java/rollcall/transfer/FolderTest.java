package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockMultipartFile;

/** Nobody but the account under which Rollcall runs reads files of members, on systems that know of owners. */
class FolderTest {

    @TempDir
    private Path data;

    @Test
    void aFolderIsItsOwnersOnly() throws IOException {
        var folder = new ExportFolder(data);
        folder.newName("csv");
        folder.newName("csv");

        assertThat(permissions(data.resolve("exports"))).isEqualTo("rwx------");
    }

    @Test
    void whatIsUploadedIsItsOwnersOnly() throws IOException {
        var uploads = new Uploads(data);
        var file = uploads.path(uploads.store(
                new MockMultipartFile("file", "email\nada@example.org\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("email\nada@example.org\n");
    }

    @Test
    void whoGoesIntoAFileIsItsOwnersOnly() throws IOException {
        var ids = new MemberIds(data.resolve("ids"));
        ids.write(each -> each.accept(7));

        assertThat(permissions(ids.path())).isEqualTo("rw-------");
        assertThat(ids.read(0, 10)).containsExactly(7L);
    }

    static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
