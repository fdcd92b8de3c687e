package rollcall.mail;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rollcall.web.Signatures;

/** The links under which members get the event for their calendar: they name the member and are signed. */
@Component
class CalendarLinks {

    private static final String KIND = "calendar";

    private final Signatures signatures;

    CalendarLinks(Signatures signatures) {
        this.signatures = signatures;
    }

    /** Whose link it was, and of which generation of their links. */
    record Holder(long memberId, int generation) {}

    /** The path of the member's link. */
    String of(long memberId, int generation) {
        return "/calendar/" + signatures.token(KIND, memberId, generation) + ".ics";
    }

    /** Nothing when it was made up. */
    Optional<Holder> holder(String token) {
        var numbers = signatures.numbers(KIND, token, 2);
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holder(numbers.getFirst(), Math.toIntExact(numbers.getLast())));
    }
}
