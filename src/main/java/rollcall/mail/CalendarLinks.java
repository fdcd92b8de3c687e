package rollcall.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import rollcall.web.Signatures;

/** The links under which members get the event for their calendar: they name the member and are signed. */
@Component
class CalendarLinks {

    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,12})\\.([0-9a-z]{1,5})\\.([A-Za-z0-9_-]{22})");

    private final Signatures signatures;

    CalendarLinks(Signatures signatures) {
        this.signatures = signatures;
    }

    /** Whose link it was, and of which generation of their links. */
    record Holder(long memberId, int generation) {}

    /** The path of the member's link. */
    String of(long memberId, int generation) {
        var named = Long.toString(memberId, 36) + "." + Integer.toString(generation, 36);
        return "/calendar/" + named + "." + signatures.of(signed(named)) + ".ics";
    }

    /** Nothing when it was made up. */
    Optional<Holder> holder(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches() || !signatures.fits(signed(parts.group(1) + "." + parts.group(2)), parts.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new Holder(Long.parseLong(parts.group(1), 36), Integer.parseInt(parts.group(2), 36)));
    }

    private static String signed(String named) {
        return "calendar " + named;
    }
}
