package rollcall.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.multipart.MultipartFile;
import rollcall.web.Text;

/**
 * The folder in which uploaded files wait until they are imported, each under a random name. Several nodes on one
 * database share the folder {@code rollcall.data}.
 */
@Component
class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final int LONGEST_FILE_NAME = 200;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    Uploads(@Value("${rollcall.data:${ROLLCALL_DATA:./data}}") Path data) {
        this.folder = data.toAbsolutePath().normalize().resolve("uploads");
    }

    /** Moves what was uploaded into the folder, without taking it into memory, and answers its name there. */
    String store(MultipartFile upload) {
        var name = HexFormat.of().formatHex(randomBytes()) + ".csv";
        var path = path(name);
        try {
            Files.createDirectories(folder);
            upload.transferTo(path);
            return name;
        } catch (IOException failed) {
            delete(name);
            throw new UncheckedIOException(failed);
        }
    }

    /** Browsers may send a path; what is shown is its last part. */
    static String shownName(MultipartFile upload, String instead) {
        var name = Text.tidy(Objects.requireNonNullElse(upload.getOriginalFilename(), ""));
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = Text.unwanted(last) || last.isBlank() ? instead : last;
        return shown.length() <= LONGEST_FILE_NAME ? shown : shown.substring(0, LONGEST_FILE_NAME);
    }

    private byte[] randomBytes() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(path(name));
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException failed) {
            LOG.warn(
                    "The upload {} could not be deleted: {}",
                    name,
                    failed.getClass().getSimpleName());
        }
    }

    /** Deletes it once the running transaction is committed; a transaction that fails still needs the file. */
    void deleteAfterCommit(String name) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delete(name);
            }
        });
    }

    /** Deletes every file last written before {@code then} whose name nobody needs any more. */
    void sweep(Instant then, Predicate<String> unneeded) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(file -> writtenBefore(file, then))
                    .map(file -> file.getFileName().toString())
                    .filter(unneeded)
                    .forEach(this::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean writtenBefore(Path file, Instant then) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(then);
        } catch (IOException gone) {
            return false;
        }
    }
}
