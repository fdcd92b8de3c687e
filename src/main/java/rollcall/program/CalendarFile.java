package rollcall.program;

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

/** Writes a program as an event for calendars (RFC 5545). */
@Component
public class CalendarFile {

    private static final ProdId PRODUCT = new ProdId("-//Rollcall//Rollcall//EN");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final Clock clock;

    CalendarFile(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is not the program's own of an event.
     *
     * @param uid the same for ever, and no other event's
     * @param sequence grows with each change: a calendar ignores what is older
     * @param organizer an e-mail address: a calendar takes an event out only for whoever put it in (RFC 5546, 3.2.1)
     * @param address where it takes place; empty for not known
     * @param cancelled whether a calendar is to take it out
     */
    public record Event(String uid, int sequence, String organizer, String address, boolean cancelled) {}

    /** @param method what the calendar does with it: PUBLISH puts it in or replaces it, CANCEL takes it out */
    public record Written(String text, String method) {}

    public Written of(Program program, Event about) {
        var method = about.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH;
        var calendar = new Calendar();
        calendar.add(PRODUCT);
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        calendar.add(ZoneRules.around(program.zoneId(), program.startsAt(), program.endsAt()));
        calendar.add(event(program, about));
        return new Written(text(calendar), method.getValue());
    }

    private VEvent event(Program program, Event about) {
        var event = new VEvent(false);
        event.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Uid(about.uid()));
        event.add(new Sequence(about.sequence()));
        event.add(new Organizer(URI.create("mailto:" + about.organizer())));
        event.add(local(Property.DTSTART, program.startsAt(), program));
        event.add(local(Property.DTEND, program.endsAt(), program));
        event.add(new Summary(program.name()));
        event.add(about.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        describe(event, program.description(), about.address());
        return event;
    }

    private static void describe(VEvent event, String description, String address) {
        var text = (description + "\n\n" + address).strip();
        if (!text.isEmpty()) {
            event.add(new Description(text));
        }
        if (!address.isEmpty()) {
            event.add(new Location(address));
            event.add(new Url(URI.create(address)));
        }
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
