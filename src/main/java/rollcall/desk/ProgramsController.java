package rollcall.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.ProgramFilter;
import rollcall.program.ProgramFilter.Show;
import rollcall.program.ProgramList;
import rollcall.web.Back;

/** The list of programs, where everybody begins. */
@Controller
class ProgramsController {

    private final ProgramList list;
    private final Overviews overviews;
    private final Access access;

    ProgramsController(ProgramList list, Overviews overviews, Access access) {
        this.list = list;
        this.overviews = overviews;
        this.access = access;
    }

    @GetMapping("/")
    View home() {
        return Back.to("/programs");
    }

    @GetMapping("/programs")
    String programs(
            Actor who,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var filter = new ProgramFilter(shown(show), q);
        var page = list.page(who, filter, after, before);
        model.addAttribute("filter", filter);
        model.addAttribute("parts", parts(filter));
        model.addAttribute("overviews", overviews.of(page.programs()));
        model.addAttribute("next", page.after() == null ? null : address(filter, "after", page.after()));
        model.addAttribute("previous", page.before() == null ? null : address(filter, "before", page.before()));
        model.addAttribute("mayCreate", access.mayCreate(who));
        model.addAttribute("none", page.programs().isEmpty() && !list.any(who));
        return "desk/programs";
    }

    private static Show shown(String word) {
        for (var one : Show.values()) {
            if (word(one).equals(word)) {
                return one;
            }
        }
        return Show.ALL;
    }

    private static String address(ProgramFilter filter, String direction, String key) {
        return address(filter.show(), filter.q()).queryParam(direction, key).toUriString();
    }

    private static Map<Show, String> parts(ProgramFilter filter) {
        var parts = new EnumMap<Show, String>(Show.class);
        for (var show : Show.values()) {
            parts.put(show, address(show, filter.q()).toUriString());
        }
        return parts;
    }

    private static UriComponentsBuilder address(Show show, String q) {
        return UriComponentsBuilder.fromPath("/programs")
                .queryParamIfPresent("show", show == Show.ALL ? Optional.empty() : Optional.of(word(show)))
                .queryParamIfPresent("q", q.isEmpty() ? Optional.empty() : Optional.of(UriUtils.encode(q, UTF_8)));
    }

    private static String word(Show show) {
        return show.name().toLowerCase(Locale.ROOT);
    }
}
