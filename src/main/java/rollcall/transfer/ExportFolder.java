package rollcall.transfer;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of the files that jobs write. Beside each, while it is written, stand what each run of its job has written of
 * it and the ids of those who go into it.
 */
@Component
class ExportFolder extends Folder {

    ExportFolder(@Value("${rollcall.data:${ROLLCALL_DATA:./data}}") Path data) {
        super(data, "exports");
    }

    /** What a run of its job has written of a file. */
    Path part(String name, String run) {
        return path(name + "." + run);
    }

    MemberIds ids(String name, String run) {
        return new MemberIds(path(name + "." + run + ".ids"));
    }

    /** Whether it is there, of that length. */
    boolean has(String name, long bytes) {
        return has(name) && path(name).toFile().length() == bytes;
    }

    void deletePartsAfterCommit(String name) {
        afterCommit(() -> deletePartsOf(name));
    }

    /** The file with what stands beside it. */
    void deleteWholeAfterCommit(String name) {
        afterCommit(() -> {
            delete(name);
            deletePartsOf(name);
        });
    }

    private void deletePartsOf(String name) {
        deleteAll(file -> file.startsWith(name + "."));
    }

    /** The name of the file that a name in the folder belongs to. */
    static String fileOf(String name) {
        var behind = name.indexOf('.', name.indexOf('.') + 1);
        return behind < 0 ? name : name.substring(0, behind);
    }
}
