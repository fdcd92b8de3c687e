package rollcall.mail;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.web.PublicUrl;

/** Writes the event for a member's calendar (RFC 5545): the same entry however often it is sent, and gone once they left. */
@Component
class EventCalendar {

    private static final ProdId PRODUCT = new ProdId("-//Rollcall//Rollcall//EN");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final Links links;
    private final MailSettings settings;
    private final PublicUrl publicUrl;
    private final Clock clock;

    EventCalendar(Links links, MailSettings settings, PublicUrl publicUrl, Clock clock) {
        this.links = links;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** @param method what the calendar does with it: PUBLISH puts it in or replaces it, CANCEL takes it out */
    record Written(String text, String method) {}

    Written of(Recipient to, Program program) {
        var method = to.left() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH;
        var calendar = new Calendar();
        calendar.add(PRODUCT);
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        calendar.add(ZoneRules.around(program.zoneId(), program.startsAt(), program.endsAt()));
        calendar.add(event(to, program));
        return new Written(text(calendar), method.getValue());
    }

    private VEvent event(Recipient to, Program program) {
        var event = new VEvent(false);
        event.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Uid(uid(to)));
        event.add(new Sequence(sequence(to, program)));
        event.add(new Organizer(URI.create("mailto:" + organizer())));
        event.add(local(Property.DTSTART, program.startsAt(), program));
        event.add(local(Property.DTEND, program.endsAt(), program));
        event.add(new Summary(program.name()));
        event.add(to.left() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        about(event, program.description(), links.webinar(to));
        return event;
    }

    private static void about(VEvent event, String description, String address) {
        var text = (description + "\n\n" + address).strip();
        if (!text.isEmpty()) {
            event.add(new Description(text));
        }
        if (!address.isEmpty()) {
            event.add(new Location(address));
            event.add(new Url(URI.create(address)));
        }
    }

    /** The same for ever, and no other Rollcall's. */
    private String uid(Recipient to) {
        return "member-%d@%s".formatted(to.memberId(), host());
    }

    /** A calendar takes an event out only for whoever put it in, so one must be named (RFC 5546, 3.2.1). */
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

    /**
     * The library's own properties for times look the zone up among all there are each time they are written, which takes
     * longer than everything else of a letter.
     */
    private static Property local(String name, Instant at, Program program) {
        var zone = new ParameterList(List.of(new TzId(program.zone())));
        return new XProperty(name, zone, LOCAL.format(at.atZone(program.zoneId())));
    }

    private static String text(Calendar calendar) {
        try {
            var text = new StringWriter();
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
