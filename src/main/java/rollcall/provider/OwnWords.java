package rollcall.provider;

import java.util.Arrays;
import java.util.stream.Collectors;
import rollcall.web.Text;

/**
 * What Rollcall itself says of a failure, where other failures have a provider's words. Stored among them as a code, which
 * {@link rollcall.member.ReasonWords} says in the reader's language; a provider's own words stay as they are.
 */
public enum OwnWords {
    ANSWER_NONSENSE,
    ANSWERED_HTTP,
    NO_ANSWER,
    UNREACHABLE,
    ANSWER_TOO_LONG,
    ODD_ADDRESS,
    CROWDED,
    BUSY,
    NO_CONNECTION,
    CONNECTION_GONE,
    CONNECTION_OFF,
    CONNECTION_UNREADABLE,
    FIELD_MISSING,
    REGION_ODD,
    NO_CONSENT,
    NO_CONSENTER,
    NO_TOKEN,
    NO_TOKEN_HTTP,
    NOT_SIGNED_IN,
    GRAPH_SHUT,
    GRAPH_REFUSES,
    HTTPS_ONLY,
    NO_SUBSCRIPTION,
    SCOPES_MISSING,
    NO_WEBINAR_ID,
    NO_REGISTRANT,
    NO_SUCH_REGISTRANT,
    NOT_SHOWN_YET,
    STOPPED_LOOKING,
    UNKNOWN_STATE,
    TURNED_DOWN,
    BLOCKED,
    NEEDED_THERE,
    NOT_FILLED_OUT,
    LIST_ODD,
    LIST_CHANGED,
    LIST_LOST,
    LIST_LEFT,
    LIST_ENDLESS,
    MARK_TOO_LONG,
    REPORT_NONSENSE,
    REPORT_TOO_LONG,
    FILE_UNREADABLE,
    FILE_GONE;

    /** With what each begins that stands among words. */
    private static final String BEGIN = "{provider.own.";

    private static final int LONGEST = 440;

    /** As it stands among words; with what goes into the sentence, in its order. */
    public String with(Object... arguments) {
        return Arrays.stream(arguments)
                .map(one -> "|" + Text.cut(one.toString().replaceAll("[|{}\\s]+", " "), LONGEST / arguments.length))
                .collect(Collectors.joining("", BEGIN + name(), "}"));
    }

    /** Whether that is the beginning of one, and not all of it. */
    static boolean isPart(String text) {
        return text.startsWith("{") && text.indexOf('}') < 0 && (text.startsWith(BEGIN) || BEGIN.startsWith(text));
    }

    /** As it stands among words, for a sentence into which nothing goes. */
    public String words() {
        return with();
    }
}
