package rollcall.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import rollcall.member.PeopleSeen;
import rollcall.person.Person;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.web.Attachments;

/** Hands out what is kept about one person, to whoever manages a program that the person is in. */
@Controller
class PersonFileController {

    private final PeopleSeen seen;
    private final Access access;
    private final PersonFile file;
    private final ApplicationEventPublisher events;

    PersonFileController(PeopleSeen seen, Access access, PersonFile file, ApplicationEventPublisher events) {
        this.seen = seen;
        this.access = access;
        this.file = file;
        this.events = events;
    }

    @GetMapping("/people/{personId}/data.json")
    void json(Actor who, @PathVariable long personId, HttpServletResponse response) throws IOException {
        var person = require(who, personId);
        begin(who, person, "json", MediaType.APPLICATION_JSON, response);
        file.json(who, person, response.getOutputStream());
    }

    @GetMapping("/people/{personId}/data.csv")
    void csv(Actor who, @PathVariable long personId, HttpServletResponse response) throws IOException {
        var person = require(who, personId);
        begin(who, person, "csv", Attachments.CSV, response);
        file.csv(who, person, response.getOutputStream());
    }

    private Person require(Actor who, long personId) {
        var person = seen.require(who, personId);
        if (!mayTake(who, personId)) {
            throw new NotAllowed();
        }
        return person;
    }

    private boolean mayTake(Actor who, long personId) {
        return access.mayEverywhere(who, Act.MANAGE)
                || seen.memberships(who, personId).stream()
                        .anyMatch(one -> access.may(who, one.programId(), Act.MANAGE));
    }

    /** Noted before the first of it leaves; the file's name names nobody. */
    private void begin(Actor who, Person person, String format, MediaType type, HttpServletResponse response) {
        events.publishEvent(
                new AuditApplicationEvent(who.key(), "PERSON_EXPORT", Map.of("person", person.id(), "format", format)));
        response.setContentType(type.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachments.named("person-" + person.id(), format));
    }
}
