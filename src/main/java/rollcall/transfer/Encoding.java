package rollcall.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** How the bytes of a file stand for characters. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8", 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 (little-endian)", 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 (big-endian)", 0xFE, 0xFF),
    WINDOWS_1252(Charset.forName("windows-1252"), "Windows-1252");

    private final Charset charset;
    private final String label;
    private final byte[] mark;

    Encoding(Charset charset, String label, int... mark) {
        this.charset = charset;
        this.label = label;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    Charset charset() {
        return charset;
    }

    /** As people read it; the same in every language. */
    public String label() {
        return label;
    }

    /** The encoding whose byte order mark these bytes begin with. */
    static Optional<Encoding> markedIn(byte[] start) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.mark.length > 0 && encoding.marks(start))
                .findFirst();
    }

    /**
     * UTF-16 without a byte order mark: nearly every other byte of a list of names and addresses is zero then, and no byte
     * of any other text is.
     */
    static Optional<Encoding> wideIn(byte[] start) {
        int pairs = start.length / 2;
        var first = zeros(start, 0);
        var second = zeros(start, 1);
        if (pairs == 0 || Math.max(first, second) * 2 < pairs) {
            return Optional.empty();
        }
        return Optional.of(second > first ? UTF_16LE : UTF_16BE).filter(wide -> Math.min(first, second) * 10 < pairs);
    }

    private static int zeros(byte[] start, int from) {
        int zeros = 0;
        for (int i = from; i < start.length; i += 2) {
            zeros += start[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** The bytes behind the byte order mark, where there is one. */
    InputStream bytes(Path file) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(mark.length + 1);
        if (!marks(bytes.readNBytes(mark.length))) {
            bytes.reset();
        }
        return bytes;
    }

    /** The characters of that file; bytes that stand for none come out as U+FFFD, which no row may contain. */
    Reader open(Path file) throws IOException {
        return new InputStreamReader(bytes(file), charset);
    }

    private boolean marks(byte[] start) {
        return start.length >= mark.length && Arrays.equals(mark, 0, mark.length, start, 0, mark.length);
    }
}
