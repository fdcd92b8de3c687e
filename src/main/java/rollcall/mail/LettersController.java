package rollcall.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Letters: what waits, what went out, what did not and why. */
@Controller
@RequestMapping("/letters")
class LettersController {

    private static final String HERE = "/letters";

    private final LetterRights rights;
    private final LetterList list;
    private final LetterDeeds deeds;
    private final MailDesk desk;
    private final LetterPages pages;

    LettersController(LetterRights rights, LetterList list, LetterDeeds deeds, MailDesk desk, LetterPages pages) {
        this.rights = rights;
        this.list = list;
        this.deeds = deeds;
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * @param below the last letter of the page before this one
     * @param above the first letter of the page behind this one; wins over {@code below}
     */
    @GetMapping
    String page(
            Actor who,
            @RequestParam(required = false) @Nullable LetterState state,
            @RequestParam(required = false) @Nullable Long program,
            @RequestParam(defaultValue = "false") boolean twice,
            @RequestParam(required = false) @Nullable Long below,
            @RequestParam(required = false) @Nullable Long above,
            Model model) {
        return pages.fill(model, who, new LetterFilter(state, program, twice), below, above);
    }

    @PostMapping("/{letterId}/cancellation")
    View cancel(
            Actor who,
            @PathVariable long letterId,
            @RequestParam(defaultValue = HERE) String back,
            RedirectAttributes next) {
        var letter = require(who, letterId);
        if (deeds.cancel(letterId)) {
            Flash.success(next, "mail.letters.cancelled-one", letter.recipient());
        } else {
            Flash.problem(next, "mail.letters.settled-already", letter.recipient());
        }
        return Back.to(back);
    }

    @PostMapping("/{letterId}/retry")
    View again(
            Actor who,
            @PathVariable long letterId,
            @RequestParam(defaultValue = HERE) String back,
            RedirectAttributes next) {
        var letter = require(who, letterId);
        if (deeds.again(letterId)) {
            Flash.success(next, "mail.letters.again-one", letter.recipient());
        } else {
            Flash.problem(next, "mail.letters.settled-already", letter.recipient());
        }
        return Back.to(back);
    }

    private LetterLine require(Actor who, long letterId) {
        var letter = list.find(letterId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        rights.require(who, letter.programId());
        return letter;
    }

    /** @param program whose letters are taken back; all that there are without one */
    @PostMapping("/cancellations")
    View cancelAll(Actor who, @RequestParam(required = false) @Nullable Long program, RedirectAttributes next) {
        Flash.success(next, "mail.letters.cancelled", program == null ? desk.cancelAll(who) : cancelOf(who, program));
        return back(program);
    }

    private int cancelOf(Actor who, long program) {
        rights.require(who, program);
        return deeds.cancelOf(who, program);
    }

    /** @param program whose failed letters are tried again; all that there are without one */
    @PostMapping("/retries")
    View againAll(Actor who, @RequestParam(required = false) @Nullable Long program, RedirectAttributes next) {
        Flash.success(next, "mail.letters.again", program == null ? againAll(who) : againOf(who, program));
        return back(program);
    }

    private int againAll(Actor who) {
        desk.requireRight(who);
        return deeds.againAll();
    }

    private int againOf(Actor who, long program) {
        rights.require(who, program);
        return deeds.againOf(program);
    }

    private static View back(@Nullable Long program) {
        return Back.to(new LetterFilter(null, program, false).address());
    }
}
