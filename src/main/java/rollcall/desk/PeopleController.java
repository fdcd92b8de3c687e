package rollcall.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import rollcall.member.PeopleSeen;
import rollcall.program.Actor;
import rollcall.web.Text;

/** Finds people, whatever program they are in. The page's whole state stands in its address. */
@Controller
class PeopleController {

    private static final int LONGEST_SEARCH = 200;

    private final PeopleSeen people;

    PeopleController(PeopleSeen people) {
        this.people = people;
    }

    @GetMapping("/people")
    String list(
            Actor who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        var typed = checked(q);
        var page = people.page(who, typed, after, before);
        model.addAttribute("q", typed);
        model.addAttribute("people", page.lines());
        model.addAttribute("next", page.after() == null ? null : address(typed, "after", page.after()));
        model.addAttribute("previous", page.before() == null ? null : address(typed, "before", page.before()));
        return "desk/people";
    }

    static String checked(String q) {
        var typed = q.strip();
        if (typed.length() > LONGEST_SEARCH || Text.unwanted(typed)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return typed;
    }

    private static String address(String q, String direction, long key) {
        var address = UriComponentsBuilder.fromPath("/people");
        if (!q.isEmpty()) {
            address.queryParam("q", UriUtils.encode(q, UTF_8));
        }
        return address.queryParam(direction, key).toUriString();
    }
}
