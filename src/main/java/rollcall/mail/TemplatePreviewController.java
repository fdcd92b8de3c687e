package rollcall.mail;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.mail.Rendering.Outcome;

/** What a template comes to, as a document that a frame shows. {@link Shelves} lets in who may. */
@Controller
class TemplatePreviewController {

    private final Trials trials;
    private final TemplateCheck check;
    private final Sheet sheet;
    private final MessageSource messages;

    TemplatePreviewController(Trials trials, TemplateCheck check, Sheet sheet, MessageSource messages) {
        this.trials = trials;
        this.check = check;
        this.sheet = sheet;
        this.messages = messages;
    }

    @GetMapping({Shelves.ONE_OF_PROGRAM + "/preview", Shelves.ONE_SHARED + "/preview"})
    ResponseEntity<String> stored(@ModelAttribute(name = "shelf", binding = false) Shelf shelf, PreviewChoice choice) {
        var to = trials.recipient(shelf, choice.member(), choice.spoken());
        return ForeignHtml.of(html(trials.read(shelf.one(), to, choice.spoken()), choice));
    }

    /** What was typed, before it is stored. */
    @PostMapping({Shelves.ONE_OF_PROGRAM + "/preview", Shelves.ONE_SHARED + "/preview"})
    ResponseEntity<String> typed(
            @ModelAttribute(name = "shelf", binding = false) Shelf shelf,
            PreviewChoice choice,
            @RequestParam MultiValueMap<String, String> sent) {
        var draft = new TemplateDraft(TemplateForm.of(sent), check);
        if (draft.plan().isEmpty()) {
            return ForeignHtml.of(note(wrong(draft)));
        }
        var language = sent.getFirst("show");
        var shown = new PreviewChoice(choice.member(), language, choice.look(), null);
        var to = trials.recipient(shelf, shown.member(), shown.spoken());
        return ForeignHtml.of(html(trials.read(shelf.one(), draft.plan().get(), to, shown.spoken()), shown));
    }

    private String html(Outcome outcome, PreviewChoice choice) {
        return switch (outcome) {
            case Outcome.Said said -> choice.seen().of(said.letter());
            case Outcome.Unsayable(var message, var arguments) -> note(text(message, arguments.toArray()));
        };
    }

    private String wrong(TemplateDraft draft) {
        var said = new StringBuilder();
        draft.errors()
                .getAllErrors()
                .forEach(error -> said.append(messages.getMessage(error, LocaleContextHolder.getLocale()))
                        .append('\n'));
        return said.toString();
    }

    private String note(String text) {
        return sheet.note(text("mail.preview.not"), text, LocaleContextHolder.getLocale());
    }

    private String text(String message, Object... arguments) {
        return messages.getMessage(message, arguments, LocaleContextHolder.getLocale());
    }
}
