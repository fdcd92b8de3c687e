package rollcall.mail;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.Programs;
import rollcall.web.Attachments;

/** Hands out the event for a member's calendar. Public; who has the link has the right, and it changes nothing. */
@Controller
class CalendarController {

    private final CalendarLinks links;
    private final RecipientRows recipients;
    private final Programs programs;
    private final EventCalendar calendar;

    CalendarController(CalendarLinks links, RecipientRows recipients, Programs programs, EventCalendar calendar) {
        this.links = links;
        this.recipients = recipients;
        this.programs = programs;
        this.calendar = calendar;
    }

    @GetMapping("/calendar/{calendar}.ics")
    ResponseEntity<String> event(@PathVariable("calendar") String token) {
        var to = links.holder(token)
                .flatMap(holder -> recipients
                        .byMember(holder.memberId())
                        // An older link tells whoever left that the event is off; to somebody who came back it says
                        // nothing.
                        .filter(one -> one.left() || one.generation() == holder.generation()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var program = programs.get(to.programId());
        var event = calendar.of(to, program);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8;method=" + event.method()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachments.named(program.name(), "ics"))
                .cacheControl(CacheControl.noStore())
                .body(event.text());
    }
}
