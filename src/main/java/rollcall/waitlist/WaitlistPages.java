package rollcall.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.member.Seating;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;

/** Fills in the pages of a waitlist. */
@Component
class WaitlistPages {

    static final int PAGE = 50;
    private static final int LATEST = 10;

    /** The last moment of the year 9999, in milliseconds. */
    private static final long LAST = 253_402_300_799_999L;

    private final WaitingRows rows;
    private final SettingRows settings;
    private final WaitlistHistory history;
    private final Seating seating;
    private final Access access;
    private final Clock clock;
    private final WaitlistCrumbs crumbs;

    WaitlistPages(
            WaitingRows rows,
            SettingRows settings,
            WaitlistHistory history,
            Seating seating,
            Access access,
            Clock clock,
            WaitlistCrumbs crumbs) {
        this.rows = rows;
        this.settings = settings;
        this.history = history;
        this.seating = seating;
        this.access = access;
        this.clock = clock;
        this.crumbs = crumbs;
    }

    void fill(Model model, Actor who, Program program, String after) {
        var now = clock.instant();
        var setting = settings.of(program.key());
        var seats = seating.look(program.key());
        long offers = rows.offers(program.key());
        model.addAttribute("program", program);
        model.addAttribute("manages", access.may(who, program.key(), Act.MANAGE));
        model.addAttribute("setting", setting);
        model.addAttribute("rest", setting.rest(program, now).orElse(null));
        model.addAttribute("seats", seats);
        model.addAttribute("offers", offers);
        model.addAttribute("offered", rows.offered(program.key(), PAGE));
        model.addAttribute("missing", missing(seats.waiting() - offers, seats.free()));
        model.addAttribute("latest", history.page(program.key(), now.plusSeconds(1), LATEST));
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        list(model, program, after);
    }

    /** How many seats more would serve everybody who waits and has none held. */
    private static long missing(long waiting, int free) {
        return Math.max(0, waiting - free);
    }

    private void list(Model model, Program program, String after) {
        var page = rows.page(program.key(), after, PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        model.addAttribute("waiting", shown);
        model.addAttribute("firstPlace", shown.isEmpty() ? 0 : place(program, shown.getFirst()));
        var address = WaitlistController.address(program.key());
        model.addAttribute("first", after.isEmpty() ? null : address);
        model.addAttribute(
                "next",
                page.size() > PAGE ? address + "?after=" + shown.getLast().key() : null);
    }

    private long place(Program program, Waiting one) {
        return seating.placeOf(program.key(), one.memberId()).orElse(0);
    }

    void fillHistory(Model model, Program program, @Nullable Long before) {
        var until = before == null || before < 0 || before > LAST
                ? clock.instant().plusSeconds(1)
                : Instant.ofEpochMilli(before);
        List<Happened> page = history.page(program.key(), until, PAGE);
        var address = WaitlistController.address(program.key()) + "/history";
        model.addAttribute("program", program);
        model.addAttribute("happened", page);
        model.addAttribute("first", before == null ? null : address);
        model.addAttribute(
                "next",
                page.size() == PAGE ? address + "?before=" + page.getLast().at().toEpochMilli() : null);
        model.addAttribute("crumbs", crumbs.of(program));
    }
}
