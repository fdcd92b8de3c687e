package rollcall.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rollcall.web.OwnerOnly;

/**
 * A folder of files that stay for a while, each under a random name; nodes on one database have it in common. They are
 * personal data: nobody else on the machine reads them.
 */
abstract class Folder {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    Folder(Path data, String name) {
        this.folder = data.toAbsolutePath().normalize().resolve(name);
    }

    /** A name that no file has; the folder is there from then on. */
    String newName(String extension) throws IOException {
        OwnerOnly.folder(folder);
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "." + extension;
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
                    "The file {} could not be deleted: {}",
                    name,
                    failed.getClass().getSimpleName());
        }
    }

    /** Deletes it once the running transaction is committed; a transaction that fails still needs the file. */
    void deleteAfterCommit(String name) {
        afterCommit(() -> delete(name));
    }

    static void afterCommit(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }

    /** Deletes every file last written before {@code then} whose name nobody needs any more. */
    void sweep(Instant then, Predicate<String> unneeded) {
        deleteAll(name -> writtenBefore(path(name), then) && unneeded.test(name));
    }

    void deleteAll(Predicate<String> names) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).filter(names).forEach(this::delete);
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
