package rollcall.provider;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.member.MemberFilter;
import rollcall.member.MemberLine;
import rollcall.member.MemberSort;
import rollcall.member.Members;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.provider.UnmatchedAttendee.State;
import rollcall.web.Text;

/** Fills the pages of people at the provider whom the program does not know. */
@Component
class UnmatchedPages {

    private static final int PAGE = 50;
    private static final int FOUND = 20;
    private static final int LONGEST_SEARCH = 200;

    private final UnmatchedRows rows;
    private final RefreshPages refreshes;
    private final Members members;
    private final Programs programs;
    private final Access access;

    UnmatchedPages(UnmatchedRows rows, RefreshPages refreshes, Members members, Programs programs, Access access) {
        this.rows = rows;
        this.refreshes = refreshes;
        this.members = members;
        this.programs = programs;
        this.access = access;
    }

    /** @param after the id of the last one on the page before; null for the first page */
    String list(Model model, Actor who, Program program, State show, @Nullable Long after) {
        var page = rows.page(program.key(), show, after == null ? 0 : after, PAGE + 1);
        var people = page.subList(0, Math.min(PAGE, page.size()));
        var here = "/programs/%d/unmatched?show=%s".formatted(program.key(), show == State.OPEN ? "open" : "dismissed");
        model.addAttribute("program", program);
        model.addAttribute("manages", access.may(who, program.key(), Act.MANAGE));
        model.addAttribute("show", show.name());
        model.addAttribute("people", people);
        model.addAttribute("anyRegistered", people.stream().anyMatch(one -> !one.attended()));
        model.addAttribute("openCount", rows.count(program.key(), State.OPEN));
        model.addAttribute("dismissedCount", rows.count(program.key(), State.DISMISSED));
        model.addAttribute("first", after == null ? null : here);
        model.addAttribute(
                "next", page.size() > PAGE ? here + "&after=" + people.getLast().id() : null);
        model.addAttribute("crumbs", refreshes.crumbs(program, true));
        return "provider/unmatched";
    }

    /** @param q what is looked for; null for whoever may be meant */
    String one(Model model, Program program, UnmatchedAttendee one, @Nullable String q) {
        var typed = Text.tidy(Objects.requireNonNullElse(q, one.label()));
        var searched = typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed;
        model.addAttribute("program", program);
        model.addAttribute("one", one);
        model.addAttribute("q", searched);
        model.addAttribute("found", found(program, searched));
        model.addAttribute("crumbs", refreshes.crumbs(program, true));
        return "provider/attendee";
    }

    /** Members under that name or address, those who left among them; nothing is written of those who were erased. */
    private List<MemberLine> found(Program program, String q) {
        if (q.isEmpty() || Text.unwanted(q)) {
            return List.of();
        }
        var all =
                programs.channelOf(program).statuses().stream().map(Status::key).toList();
        var filter = new MemberFilter(all, q, "", null, null, null);
        return members.page(program, filter, MemberSort.NAME, null, null).lines().stream()
                .filter(line -> line.closed() == null)
                .limit(FOUND)
                .toList();
    }
}
