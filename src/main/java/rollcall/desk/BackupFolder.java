package rollcall.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A folder that holds one backup: the database in one file, and what lies beside it in {@code ROLLCALL_DATA}. */
record BackupFolder(Path path) {

    /** Files that are imported. */
    private static final String UPLOADS = "uploads";

    private static final String KEY = "secret.key";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A new one below the folder of the data, readable by its owner only. */
    static BackupFolder create(Path data, Instant now) throws IOException {
        var all = Files.createDirectories(data.resolve("backups"), ownerOnly());
        return new BackupFolder(Files.createDirectory(all.resolve(NAME.format(now)), ownerOnly()));
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** SQL that H2 writes, packed. */
    Path h2() {
        return path.resolve("database.zip");
    }

    /** An archive of {@code pg_dump}. */
    Path postgres() {
        return path.resolve("database.dump");
    }

    /** The key that opens what is sealed in the database, where it was not given otherwise, and files that are imported. */
    void takeFiles(Path data) throws IOException {
        copyAll(data, path);
    }

    /** @throws FileAlreadyExistsException when a key is there that does not open what this backup holds */
    void refuseAnotherKey(Path data) throws IOException {
        var mine = path.resolve(KEY);
        var there = data.resolve(KEY);
        if (Files.exists(mine) && Files.exists(there) && Files.mismatch(mine, there) != -1) {
            throw new FileAlreadyExistsException(there.toString(), null, "this is another key than the backup's.");
        }
    }

    /** Puts them where a new Rollcall looks for them; a key that is there stays. */
    void giveFiles(Path data) throws IOException {
        Files.createDirectories(data);
        copyAll(path, data);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        if (Files.exists(from.resolve(KEY)) && !Files.exists(to.resolve(KEY))) {
            Files.copy(from.resolve(KEY), to.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
        }
        if (Files.isDirectory(from.resolve(UPLOADS))) {
            copyFolder(from.resolve(UPLOADS), Files.createDirectories(to.resolve(UPLOADS), ownerOnly()));
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                copyUnlessGone(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** An import that ends meanwhile takes its file away. */
    private static void copyUnlessGone(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(to);
        }
    }
}
