package rollcall.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.web.OwnerOnly;

/**
 * What a running Rollcall leaves in {@code ROLLCALL_DATA} for commands on the same machine: where its operations port is,
 * and a word that is new at each start. Whoever can read the file owns the data anyway.
 */
record OperationsPass(Path file, String port, String word) {

    private static final String NAME = "operations.pass";
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    static OperationsPass leave(Path data, InetSocketAddress at) throws IOException {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var word = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var port = "%s:%d".formatted(host(at.getAddress()), at.getPort());
        var file = Files.createDirectories(data).resolve(NAME);
        Files.deleteIfExists(file);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, OwnerOnly.ofFile())) {
            channel.write(StandardCharsets.US_ASCII.encode(port + "\n" + word + "\n"));
        }
        return new OperationsPass(file, port, word);
    }

    /** As in a URL, and so that it can be reached: a port may be open at all addresses, which is none to call. */
    private static String host(InetAddress open) {
        var address = open.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : open;
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** What the Rollcall that works on that folder has left; empty when none does. */
    static Optional<OperationsPass> find(Path data) throws IOException {
        var file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return Optional.of(new OperationsPass(file, lines.get(0), lines.get(1)));
    }

    /** What a request has to carry. */
    String authorization() {
        return SCHEME + word;
    }

    boolean shownIn(@Nullable String authorization) {
        return authorization != null && MessageDigest.isEqual(bytes(authorization), bytes(authorization()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void takeBack() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
