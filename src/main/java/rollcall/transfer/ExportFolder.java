package rollcall.transfer;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of the files that jobs write, and beside each, while it is written, of the ids of those who go into it.
 */
@Component
class ExportFolder extends Folder {

    private static final String IDS = ".ids";

    ExportFolder(@Value("${rollcall.data:${ROLLCALL_DATA:./data}}") Path data) {
        super(data, "exports");
    }

    MemberIds ids(String name) {
        return new MemberIds(path(name + IDS));
    }

    void deleteIdsAfterCommit(String name) {
        deleteAfterCommit(name + IDS);
    }

    /** The file with what stands beside it. */
    void deleteWholeAfterCommit(String name) {
        deleteAfterCommit(name);
        deleteIdsAfterCommit(name);
    }

    /** The name of the file that a name in the folder belongs to. */
    static String fileOf(String name) {
        return name.endsWith(IDS) ? name.substring(0, name.length() - IDS.length()) : name;
    }
}
