package rollcall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.Actor;
import rollcall.web.Attachments;
import rollcall.web.Crumb;

/** One letter in the mailbox. */
@Controller
@RequestMapping("/mailbox/{letterId}")
class MailboxLetterController {

    private final LetterRights rights;
    private final MailboxList list;
    private final MessageSource messages;

    MailboxLetterController(LetterRights rights, MailboxList list, MessageSource messages) {
        this.rights = rights;
        this.list = list;
        this.messages = messages;
    }

    /**
     * @param show {@code text} for the letter without its look
     * @param look {@code dark} for how a mail program shows it whose reader likes it dark
     */
    @GetMapping
    String page(
            Actor who,
            @PathVariable long letterId,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String look,
            Model model) {
        model.addAttribute("copy", require(who, letterId));
        model.addAttribute("show", show.equals("text") ? "text" : Look.of(look).name());
        model.addAttribute("crumbs", List.of(new Crumb(text("mail.mailbox"), MailboxController.HERE)));
        return "mail/mailbox-letter";
    }

    /** What the page shows in a frame: a document of no origin. */
    @GetMapping("/body")
    ResponseEntity<String> body(Actor who, @PathVariable long letterId, @RequestParam(defaultValue = "") String look) {
        return ForeignHtml.withLinks(Look.of(look).shown(require(who, letterId).html()));
    }

    @GetMapping("/event.ics")
    ResponseEntity<String> event(Actor who, @PathVariable long letterId) {
        var calendar = require(who, letterId).calendar();
        if (calendar == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachments.named("event", "ics"))
                .body(calendar);
    }

    private MailboxCopy require(Actor who, long letterId) {
        var copy = list.find(letterId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        rights.require(who, copy.programId());
        return copy;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
