package rollcall.member;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponseHeader;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/** The list of a program's members. Its whole state stands in its address. */
@Controller
@RequestMapping("/programs/{programId}/members")
class MemberListController {

    /** Up to here a count costs less than a glance at the page; a longer one comes after the page. */
    static final int COUNTED_AT_ONCE = 10_000;

    private final Programs programs;
    private final Members members;
    private final ListRows rows;
    private final ListColumns columns;
    private final SavedViewPages views;
    private final Crumbs crumbs;
    private final Clock clock;

    MemberListController(
            Programs programs,
            Members members,
            ListRows rows,
            ListColumns columns,
            SavedViewPages views,
            Crumbs crumbs,
            Clock clock) {
        this.programs = programs;
        this.members = members;
        this.rows = rows;
        this.columns = columns;
        this.views = views;
        this.crumbs = crumbs;
        this.clock = clock;
    }

    @GetMapping
    String page(
            Actor who, @PathVariable long programId, @RequestParam MultiValueMap<String, String> query, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var questions = columns.questions(program);
        fill(model, who, program, address(who, program, query, questions), questions);
        model.addAttribute("questions", questions.get());
        model.addAttribute("offered", columns.offered(who, program));
        model.addAttribute("crumbs", crumbs.toProgram(program));
        return "member/list";
    }

    @HxRequest
    @GetMapping
    String list(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> query,
            Model model,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.SEE);
        var questions = columns.questions(program);
        var address = address(who, program, query, questions);
        fill(model, who, program, address, questions);
        response.setHeader(HtmxResponseHeader.HX_PUSH_URL.getValue(), address.here());
        return "member/list :: list";
    }

    private MemberListAddress address(
            Actor who, Program program, MultiValueMap<String, String> query, Supplier<List<String>> questions) {
        return columns.chosen(who, program, MemberListAddress.of(program.key(), query), questions);
    }

    private void fill(
            Model model, Actor who, Program program, MemberListAddress address, Supplier<List<String>> questions) {
        var form = address.form();
        var statuses = programs.channelOf(program);
        form.status().forEach(statuses::status);
        var filter = form.filter(program.zoneId());
        var counted = members.countedPage(
                program, filter, form.sort(), address.after(), address.before(), COUNTED_AT_ONCE + 1);
        rows.fill(model, who, program, address, counted.page().lines());
        views.fillList(model, who, program, address, questions);
        model.addAttribute("now", clock.instant());
        model.addAttribute("statuses", statuses.statuses());
        model.addAttribute("deliveries", Delivery.values());
        model.addAttribute("form", form);
        model.addAttribute("anywhere", members.searchesAnywhere(program));
        model.addAttribute("counts", members.counts(program.key()));
        model.addAttribute("page", counted.page());
        model.addAttribute("total", counted.total());
    }

    /** How many match, however many they are. */
    @GetMapping("/count")
    String count(
            Actor who, @PathVariable long programId, @RequestParam MultiValueMap<String, String> query, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var form = MemberFilterForm.of(query);
        model.addAttribute("program", program);
        model.addAttribute("form", form);
        model.addAttribute("matching", members.count(program, form.filter(program.zoneId())));
        return "member/count :: exact";
    }
}
