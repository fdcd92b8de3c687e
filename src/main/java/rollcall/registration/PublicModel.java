package rollcall.registration;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Program;
import rollcall.web.PublicUrl;

/** Fills the public page: as everybody sees it, or as staff sees it before. */
@Component
class PublicModel {

    /** Where most readers are; a script adds the reader's own zone. */
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/New_York"),
            ZoneId.of("UTC"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Europe/Stockholm"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Asia/Tokyo"));

    private final PublicSeats seats;
    private final Forms forms;
    private final Stamps stamps;
    private final Promises promises;
    private final PublicUrl publicUrl;
    private final Clock clock;

    PublicModel(PublicSeats seats, Forms forms, Stamps stamps, Promises promises, PublicUrl publicUrl, Clock clock) {
        this.seats = seats;
        this.forms = forms;
        this.stamps = stamps;
        this.promises = promises;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** @return how the page stands now */
    PageState fill(Model model, RegistrationPage page, Program program) {
        var now = seats.look(program);
        var state = PageState.of(page, program, now, clock.instant());
        frame(model, page, program);
        model.addAttribute("state", state);
        model.addAttribute(
                "free", page.seatsShown() && program.limited() && state == PageState.OPEN ? now.free() : null);
        model.addAttribute("closes", page.closesAt());
        model.addAttribute("zones", ZONES);
        if (state.takesForms()) {
            model.addAttribute("filled", forms.of(program).empty());
            model.addAttribute("stamp", stamps.of(program.key()));
            model.addAttribute("request", UUID.randomUUID().toString());
        }
        return state;
    }

    /** What every page of the program has; {@code silent} ends the keys of messages that must not promise a mail. */
    void frame(Model model, RegistrationPage page, Program program) {
        model.addAttribute("page", page);
        model.addAttribute("program", program);
        model.addAttribute("address", publicUrl.link(page.path()));
        model.addAttribute("silent", promises.mail(page, program) ? "" : ".silent");
        model.addAttribute("languages", true);
        model.addAttribute("preview", false);
    }

    /** The form as it was sent, with a word about why it is here again; null for what stands at the fields. */
    void again(Model model, Sent sent, Filled filled) {
        model.addAttribute("filled", filled);
        model.addAttribute("stamp", sent.stamp());
        model.addAttribute("request", sent.request());
    }
}
