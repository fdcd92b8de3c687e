package rollcall.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/** How files are handed out: to be saved, under a name that any system takes. */
public final class Attachments {

    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    public static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int LONGEST_NAME = 80;

    private Attachments() {}

    /** The header {@code Content-Disposition} by RFC 6266, with {@code filename*} for what is not ASCII. */
    public static String named(String name, String extension) {
        var safe = Text.tidy(name).replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").strip();
        var cut = safe.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return ContentDisposition.attachment()
                .filename((cut.isEmpty() ? "Rollcall" : cut) + "." + extension, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
