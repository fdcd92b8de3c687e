package rollcall.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How something that anybody may have typed is put where it stands, so that it is nothing but text there. */
enum Voice {
    /** In a line of the mail's head: on one line whatever it holds. */
    SUBJECT {
        @Override
        void say(String value, boolean link, StringBuilder text) {
            for (int i = 0; i < value.length(); i++) {
                char one = value.charAt(i);
                text.append(control(one) ? ' ' : one);
            }
        }
    },
    PLAIN {
        @Override
        void say(String value, boolean link, StringBuilder text) {
            for (int i = 0; i < value.length(); i++) {
                char one = value.charAt(i);
                if (one == '\n' || one == '\t' || !control(one)) {
                    text.append(one);
                }
            }
        }
    },
    /** Between tags; an address becomes a link. */
    HTML {
        @Override
        void say(String value, boolean link, StringBuilder text) {
            if (link) {
                text.append("<a href=\"");
                escape(value, text);
                text.append("\">");
            }
            escape(value, text);
            text.append(link ? "</a>" : "");
        }
    },
    /** Inside a link or an attribute, where no further link may stand. */
    BARE_HTML {
        @Override
        void say(String value, boolean link, StringBuilder text) {
            escape(value, text);
        }
    },
    /** A part of an address behind its beginning. */
    IN_ADDRESS {
        @Override
        void say(String value, boolean link, StringBuilder text) {
            text.append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        }
    };

    /** @param link whether it is an address that was made here */
    abstract void say(String value, boolean link, StringBuilder text);

    private static boolean control(char one) {
        return Character.isISOControl(one) || one == '\u2028' || one == '\u2029';
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            switch (one) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                case '\n' -> text.append("<br>");
                default -> {
                    if (!control(one)) {
                        text.append(one);
                    }
                }
            }
        }
    }
}
