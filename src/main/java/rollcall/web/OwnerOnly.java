package rollcall.web;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the account under which Rollcall runs can read, wherever the file system knows of such a thing. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** Makes the folder unless it is there; those above it are made as usual. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(folder, ofFolder());
        } catch (FileAlreadyExistsException there) {
            // Whoever made it decides.
        }
    }

    /** Makes an empty file unless it is there. */
    public static void file(Path file) throws IOException {
        try {
            Files.createFile(file, ofFile());
        } catch (FileAlreadyExistsException there) {
            // Whoever made it decides.
        }
    }

    /** What a new file is made with. */
    public static FileAttribute<?>[] ofFile() {
        return attributes("rw-------");
    }

    /** What a new folder is made with. */
    public static FileAttribute<?>[] ofFolder() {
        return attributes("rwx------");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
