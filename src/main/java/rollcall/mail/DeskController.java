package rollcall.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** What administrators do with all mail at once. */
@Controller
@RequestMapping("/letters")
class DeskController {

    private static final int MOST = 1_000_000;

    private final MailDesk desk;

    DeskController(MailDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/pause")
    View pause(Actor who, RedirectAttributes next) {
        desk.pause(who);
        Flash.success(next, "mail.desk.paused-now");
        return back();
    }

    @PostMapping("/pause/removal")
    View resume(Actor who, RedirectAttributes next) {
        desk.resume(who);
        Flash.success(next, "mail.desk.resumed-now");
        return back();
    }

    /** @param perMinute empty for no limit */
    @PostMapping("/rate")
    View limit(Actor who, @RequestParam(defaultValue = "") String perMinute, RedirectAttributes next) {
        desk.requireRight(who);
        var typed = perMinute.strip();
        var limit = number(typed);
        if (!typed.isEmpty() && limit == null) {
            Flash.problem(next, "mail.desk.rate.wrong");
        } else {
            desk.limit(who, limit);
            Flash.success(
                    next, limit == null ? "mail.desk.rate.none" : "mail.desk.rate.set", limit == null ? 0 : limit);
        }
        return back();
    }

    private static @Nullable Integer number(String typed) {
        if (!typed.matches("[0-9]{1,7}")) {
            return null;
        }
        var number = Integer.parseInt(typed);
        return number < 1 || number > MOST ? null : number;
    }

    @PostMapping("/tries")
    View tryNow(Actor who, RedirectAttributes next) {
        desk.tryNow(who);
        Flash.success(next, "mail.desk.trying");
        return back();
    }

    private static View back() {
        return Back.to("/letters");
    }
}
