package rollcall.mail;

import java.util.regex.Pattern;

/** How a client shows a mail: as its reader's system is set, or always in one way. */
enum Look {
    LIGHT("not all", "light"),
    DARK("all", "dark");

    private static final String SYSTEM = "@media (prefers-color-scheme: dark)";
    private static final String EITHER = "color-scheme: light dark";

    private final String media;
    private final String scheme;

    Look(String media, String scheme) {
        this.media = media;
        this.scheme = scheme;
    }

    static Look of(String typed) {
        return typed.equals("dark") ? DARK : LIGHT;
    }

    String of(Rendered letter) {
        return shown(letter.html());
    }

    String shown(String html) {
        return html.replaceFirst(Pattern.quote(SYSTEM), "@media " + media)
                .replaceFirst(EITHER, "color-scheme: " + scheme);
    }
}
