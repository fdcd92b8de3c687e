package rollcall.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that {@link Seals} seals with: the first one seals, each opens what it has sealed. */
final class SealKeys {

    private static final int BYTES = 32; // AES-256
    private static final String WHAT = "one or more keys of 32 bytes in Base64, with commas between them";

    /** The id is the beginning of the key's digest, so that nobody has to think of one. */
    record Key(String id, SecretKey secret) {}

    private final List<Key> keys;

    private SealKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @param from where the text comes from, for the sentence that refuses it */
    static SealKeys parse(String text, String from) {
        var parts = Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        try {
            var keys = parts.stream().map(Base64.getDecoder()::decode).toList();
            if (!keys.isEmpty() && keys.stream().allMatch(key -> key.length == BYTES)) {
                return new SealKeys(keys.stream().map(SealKeys::key).toList());
            }
        } catch (IllegalArgumentException notBase64) {
            // Answered below; the message of the decoder may repeat what it could not read.
        }
        throw new IllegalStateException(from + " must hold " + WHAT + ".");
    }

    /** The keys in that file, which is made with one key when there is none. */
    static SealKeys inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return parse(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, OwnerOnly.ofFile())) {
            channel.write(ByteBuffer.wrap(line(key)));
        } catch (FileAlreadyExistsException somebodyElseWasQuicker) {
            // Their key is as good.
        }
    }

    private static byte[] line(byte[] key) {
        return (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Key key(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Key(HexFormat.of().formatHex(digest, 0, 4), new SecretKeySpec(bytes, "AES"));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    Key first() {
        return keys.getFirst();
    }

    List<Key> all() {
        return keys;
    }

    Optional<Key> byId(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
