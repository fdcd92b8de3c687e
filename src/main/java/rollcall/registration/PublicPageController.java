package rollcall.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import rollcall.program.CalendarFile;
import rollcall.program.Program;
import rollcall.web.Attachments;
import rollcall.web.PublicUrl;

/** The page of a program for everybody. No session, no cookie; reading changes nothing. */
@Controller
@RequestMapping("/r/{slug}")
class PublicPageController {

    private final Doors doors;
    private final PublicModel pages;
    private final CalendarFile calendar;
    private final PublicUrl publicUrl;

    PublicPageController(Doors doors, PublicModel pages, CalendarFile calendar, PublicUrl publicUrl) {
        this.doors = doors;
        this.pages = pages;
        this.calendar = calendar;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    Object page(@PathVariable String slug, Model model, HttpServletRequest request, HttpServletResponse response) {
        return doors.enter(slug, "", model, request, response, (page, program) -> {
            pages.fill(model, page, program);
            return "registration/page";
        });
    }

    /** The same for everybody, whether the address was known or not. */
    @GetMapping("/thanks")
    Object thanks(@PathVariable String slug, Model model, HttpServletRequest request, HttpServletResponse response) {
        return doors.enter(slug, "/thanks", model, request, response, (page, program) -> {
            pages.frame(model, page, program);
            return "registration/thanks";
        });
    }

    @GetMapping("/webinar.ics")
    Object event(@PathVariable String slug, Model model, HttpServletRequest request, HttpServletResponse response) {
        return doors.enter(slug, "/webinar.ics", model, request, response, (page, program) -> event(page, program));
    }

    /** Leads to the page, never to the webinar: who may enter is told by mail. */
    private ResponseEntity<String> event(RegistrationPage page, Program program) {
        var host = URI.create(publicUrl.link("/")).getHost();
        var event = calendar.of(
                program,
                new CalendarFile.Event(
                        "program-%d@%s".formatted(program.key(), host),
                        program.version() == null ? 0 : program.version(),
                        "rollcall@" + host,
                        publicUrl.link(page.path()),
                        false));
        return ResponseEntity.status(HttpStatus.OK)
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8;method=" + event.method()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachments.named(program.name(), "ics"))
                .cacheControl(CacheControl.noCache())
                .body(event.text());
    }
}
