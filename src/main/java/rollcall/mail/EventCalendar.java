package rollcall.mail;

import java.net.URI;
import org.springframework.stereotype.Component;
import rollcall.program.CalendarFile;
import rollcall.program.CalendarFile.Event;
import rollcall.program.CalendarFile.Written;
import rollcall.program.Program;
import rollcall.web.PublicUrl;

/** Writes the event for a member's calendar: the same entry however often it is sent, and gone once they left. */
@Component
class EventCalendar {

    private final CalendarFile calendar;
    private final Links links;
    private final MailSettings settings;
    private final PublicUrl publicUrl;

    EventCalendar(CalendarFile calendar, Links links, MailSettings settings, PublicUrl publicUrl) {
        this.calendar = calendar;
        this.links = links;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    Written of(Recipient to, Program program) {
        return calendar.of(
                program,
                new Event(
                        uid(to),
                        sequence(to, program),
                        organizer(),
                        links.of(to).webinar(),
                        to.left()));
    }

    /** The same for ever, and no other Rollcall's. */
    private String uid(Recipient to) {
        return "member-%d@%s".formatted(to.memberId(), host());
    }

    private String organizer() {
        return settings.from().isBlank()
                ? "rollcall@" + host()
                : settings.sender().getAddress();
    }

    private String host() {
        return URI.create(publicUrl.link("/")).getHost();
    }

    /** Grows with each change of the program, and with each time that the member left: a calendar ignores what is older. */
    private static int sequence(Recipient to, Program program) {
        return (program.version() == null ? 0 : program.version()) + to.generation() - 1;
    }
}
