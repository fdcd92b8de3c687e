package rollcall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import rollcall.program.Actor;
import rollcall.web.Text;

/** The mailbox: letters that did not leave this machine, as their recipients would read them. */
@Controller
@RequestMapping("/mailbox")
class MailboxController {

    static final String HERE = "/mailbox";
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;

    private final LetterRights rights;
    private final LetterList letters;
    private final MailboxList list;

    MailboxController(LetterRights rights, LetterList letters, MailboxList list) {
        this.rights = rights;
        this.letters = letters;
        this.list = list;
    }

    /**
     * @param q stands in the subject, the address or the name
     * @param below the last letter of the page before this one
     * @param above the first letter of the page behind this one; wins over {@code below}
     */
    @GetMapping
    String page(
            Actor who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long program,
            @RequestParam(required = false) @Nullable Long below,
            @RequestParam(required = false) @Nullable Long above,
            Model model) {
        var reach = rights.reach(who);
        if (program != null) {
            rights.require(who, program);
        }
        var typed = checked(q);
        var older = above == null;
        var found = list.page(reach, program, typed, older ? below : above, older, PAGE + 1);
        var more = found.size() > PAGE;
        var lines = !more ? found : older ? found.subList(0, PAGE) : found.subList(1, PAGE + 1);
        var search = new Search(typed, program);
        model.addAttribute("lines", lines);
        model.addAttribute("q", typed);
        model.addAttribute("program", program);
        model.addAttribute("programs", letters.programs(reach));
        model.addAttribute("newer", search.newer(lines, older ? below != null : more));
        model.addAttribute("older", search.older(lines, older ? more : true));
        return "mail/mailbox";
    }

    private static String checked(String q) {
        var typed = q.strip();
        if (typed.length() > LONGEST_SEARCH || Text.unwanted(typed)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return typed;
    }

    /** What the page is narrowed by. */
    private record Search(String q, @Nullable Long program) {

        @Nullable
        String newer(List<MailboxLine> lines, boolean any) {
            return any && !lines.isEmpty() ? address("above", lines.getFirst().id()) : null;
        }

        @Nullable
        String older(List<MailboxLine> lines, boolean any) {
            return any && !lines.isEmpty() ? address("below", lines.getLast().id()) : null;
        }

        private String address(String direction, long key) {
            var address = UriComponentsBuilder.fromPath(HERE);
            if (!q.isEmpty()) {
                address.queryParam("q", UriUtils.encode(q, UTF_8));
            }
            if (program != null) {
                address.queryParam("program", program);
            }
            return address.queryParam(direction, key).toUriString();
        }
    }
}
