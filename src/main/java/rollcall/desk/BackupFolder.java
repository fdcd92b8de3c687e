package rollcall.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.util.FileSystemUtils;
import rollcall.web.OwnerOnly;

/** A folder that holds one backup: the database in one file, and what lies beside it in {@code ROLLCALL_DATA}. */
record BackupFolder(Path path) {

    /** Files that are imported. */
    private static final String UPLOADS = "uploads";

    private static final String KEY = "secret.key";

    /** Ends the name of one that is not whole yet, or never was, as its process was killed. */
    private static final String PART = ".part";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What puts everything into a folder. */
    @FunctionalInterface
    interface Filling {
        void into(BackupFolder folder) throws IOException;
    }

    /**
     * A new one below the folder of the data, readable by its owner only. It has its name when it is whole, and is gone when
     * it cannot be filled.
     */
    static BackupFolder make(Path data, Instant now, Filling filling) throws IOException {
        var name = NAME.format(now);
        var all = Files.createDirectories(data.resolve("backups"), OwnerOnly.ofFolder());
        var part = Files.createDirectory(all.resolve(name + PART), OwnerOnly.ofFolder());
        try {
            filling.into(new BackupFolder(part));
            return new BackupFolder(Files.move(part, all.resolve(name)));
        } catch (IOException | RuntimeException failed) {
            FileSystemUtils.deleteRecursively(part);
            throw failed;
        }
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

    /**
     * @param database as which this backup should hold it
     * @throws NoSuchFileException when it does not, or was never finished
     */
    void refuseUnlessWhole(Path database) throws IOException {
        if (!Files.exists(database) || path.toString().endsWith(PART)) {
            throw new NoSuchFileException(database.toString(), null, "this is no whole backup of such a database.");
        }
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
            copyFolder(from.resolve(UPLOADS), Files.createDirectories(to.resolve(UPLOADS), OwnerOnly.ofFolder()));
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
