package rollcall.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Fills in what pages show of saved views. */
@Component
class SavedViewPages {

    private final SavedViews views;
    private final SavedViewCounts counts;
    private final Members members;
    private final ListColumns columns;
    private final Programs programs;
    private final Offers offers;
    private final Crumbs crumbs;

    SavedViewPages(
            SavedViews views,
            SavedViewCounts counts,
            Members members,
            ListColumns columns,
            Programs programs,
            Offers offers,
            Crumbs crumbs) {
        this.views = views;
        this.counts = counts;
        this.members = members;
        this.columns = columns;
        this.programs = programs;
        this.offers = offers;
        this.crumbs = crumbs;
    }

    /** What the program asks, looked up when it is needed, and once. */
    Supplier<List<String>> questions(Program program) {
        return columns.questions(program);
    }

    /** What is left of a view today. */
    FittedFilter fitted(Program program, SavedView view, Supplier<List<String>> questions) {
        return FittedFilter.of(
                view.filter(),
                programs.channelOf(program).statuses(),
                SingletonSupplier.of(() -> members.counts(program.key())),
                questions);
    }

    /** What the reader may see of a view's columns today; empty for a view without any. */
    Optional<FittedColumns> columns(Actor who, Program program, SavedView view, Supplier<List<String>> questions) {
        return Optional.ofNullable(view.columns()).map(chosen -> columns.fitted(who, program, chosen, questions));
    }

    FittedColumns fitted(Actor who, Program program, ColumnChoice chosen) {
        return columns.fitted(who, program, chosen, questions(program));
    }

    /** On the list: the view in force, and what saving another one needs. */
    void fillList(
            Model model, Actor who, Program program, MemberListAddress address, Supplier<List<String>> questions) {
        model.addAttribute(
                "inForce",
                address.view() == null
                        ? null
                        : inForce(who, program, address.view(), address, questions)
                                .orElse(null));
    }

    private Optional<ViewInForce> inForce(
            Actor who, Program program, long id, MemberListAddress address, Supplier<List<String>> questions) {
        return views.find(who, program, id).map(view -> {
            var filter = fitted(program, view, questions);
            var shown = columns(who, program, view, questions);
            return new ViewInForce(
                    view,
                    !filter.form().equals(address.form())
                            || shown.filter(fitted -> !fitted.shown().equals(address.shown()))
                                    .isPresent(),
                    dropped(filter, shown),
                    views.mayChange(who, view));
        });
    }

    private static List<FittedFilter.Dropped> dropped(FittedFilter filter, Optional<FittedColumns> shown) {
        var columns = shown.map(FittedColumns::dropped).orElse(List.of()).stream()
                .map(question -> new FittedFilter.Dropped(FittedFilter.Dropped.Kind.COLUMN, null, question));
        return Stream.concat(filter.dropped().stream(), columns).toList();
    }

    /** All that somebody sees; how many members each has comes with them only where there is time to count. */
    void fillAll(Model model, Actor who, Program program, boolean counted) {
        var shown = views.shownTo(who, program);
        model.addAttribute("crumbs", crumbs.toMembers(program));
        model.addAttribute("program", program);
        model.addAttribute("views", shown);
        model.addAttribute("who", who);
        model.addAttribute("rights", offers.rights(who, program));
        model.addAttribute("counted", counted);
        model.addAttribute("counts", counted ? counts.of(program, shown) : Map.of());
    }

    /** The form of one. @param view null for a new one */
    String form(Model model, Actor who, Program program, @Nullable SavedView view) {
        model.addAttribute("crumbs", crumbs.toViews(program));
        model.addAttribute("program", program);
        model.addAttribute("view", view);
        model.addAttribute("rights", offers.rights(who, program));
        return "member/view";
    }
}
