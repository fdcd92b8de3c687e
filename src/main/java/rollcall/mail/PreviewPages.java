package rollcall.mail;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.mail.Rendering.Outcome;
import rollcall.member.MemberFilter;
import rollcall.member.MemberLine;
import rollcall.member.MemberSort;
import rollcall.member.Members;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.web.Text;

/** Fills the part of the editor that shows what a template says to somebody. */
@Component
class PreviewPages {

    private static final int FOUND = 10;
    private static final int LONGEST_SEARCH = 200;

    private final Trials trials;
    private final Members members;
    private final Programs programs;

    PreviewPages(Trials trials, Members members, Programs programs) {
        this.trials = trials;
        this.members = members;
        this.programs = programs;
    }

    void show(Model model, Shelf shelf, PreviewChoice choice) {
        var to = trials.recipient(shelf, choice.member(), choice.spoken());
        var q = Text.tidy(choice.searched());
        model.addAttribute("choice", choice);
        model.addAttribute("to", to);
        model.addAttribute("q", q);
        model.addAttribute("found", shelf.program() == null ? List.of() : found(shelf.program(), q));
        model.addAttribute("examples", trials.examples(shelf.one(), to, choice.spoken()));
        switch (trials.read(shelf.one(), to, choice.spoken())) {
            case Outcome.Said said -> model.addAttribute("said", said.letter());
            case Outcome.Unsayable unsayable -> model.addAttribute("unsayable", unsayable);
        }
    }

    /** Members under that name or address, those who left among them. */
    private List<MemberLine> found(Program program, String q) {
        if (q.isEmpty() || q.length() > LONGEST_SEARCH || Text.unwanted(q)) {
            return List.of();
        }
        var all =
                programs.channelOf(program).statuses().stream().map(Status::key).toList();
        var filter = new MemberFilter(all, q, "", null, null, null);
        var lines = members.page(program, filter, MemberSort.NAME, null, null).lines();
        return lines.subList(0, Math.min(FOUND, lines.size()));
    }
}
