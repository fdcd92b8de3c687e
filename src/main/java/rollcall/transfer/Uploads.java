package rollcall.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import rollcall.web.NoRoomLeft;
import rollcall.web.OwnerOnly;
import rollcall.web.Text;

/** The folder in which uploaded files wait until they are imported. */
@Component
class Uploads extends Folder {

    private static final int LONGEST_FILE_NAME = 200;

    Uploads(@Value("${rollcall.data:${ROLLCALL_DATA:./data}}") Path data) {
        super(data, "uploads");
    }

    /**
     * Moves what was uploaded into the folder, without taking it into memory, and answers its name there.
     *
     * @throws NoRoomLeft when it cannot be stored; then nothing of it is left behind
     */
    String store(MultipartFile upload) {
        try {
            var name = newName("csv");
            store(upload, name);
            return name;
        } catch (IOException failed) {
            throw new NoRoomLeft(failed);
        }
    }

    private void store(MultipartFile upload, String name) throws IOException {
        try {
            OwnerOnly.file(path(name));
            upload.transferTo(path(name));
        } catch (IOException failed) {
            delete(name);
            throw failed;
        }
    }

    /** Browsers may send a path; what is shown is its last part. */
    static String shownName(MultipartFile upload, String instead) {
        var name = Text.tidy(Objects.requireNonNullElse(upload.getOriginalFilename(), ""));
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = Text.unwanted(last) || last.isBlank() ? instead : last;
        return shown.length() <= LONGEST_FILE_NAME ? shown : shown.substring(0, LONGEST_FILE_NAME);
    }
}
