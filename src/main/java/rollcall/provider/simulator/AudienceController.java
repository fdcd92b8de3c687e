package rollcall.provider.simulator;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.person.EmailAddress;
import rollcall.provider.AttendanceKind;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.DecisionOutcome.Done;
import rollcall.provider.ProviderFailure;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.Text;

/** Where an administrator plays the audience of a simulated webinar: who comes, stays away, cancels or is turned down. */
@Controller
@RequestMapping(ControlController.ADDRESS + "{webinarId}")
class AudienceController {

    private final Stage stage;
    private final Reception reception;
    private final ControlPages pages;

    AudienceController(Stage stage, Reception reception, ControlPages pages) {
        this.stage = stage;
        this.reception = reception;
        this.pages = pages;
    }

    @PostMapping("/crowd")
    View crowd(@PathVariable long webinarId, RedirectAttributes next) {
        var came = stage.crowd(webinarId);
        if (stage.get(webinarId).startedAt() == null) {
            Flash.problem(next, "simulator.not-begun");
        } else {
            Flash.success(next, "simulator.crowd.came", came.live(), came.onDemand());
        }
        return Back.to(ControlController.ADDRESS + webinarId);
    }

    @PostMapping("/strangers")
    Object stranger(
            @PathVariable long webinarId,
            @ModelAttribute("stranger") StrangerForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var who = form.read(errors);
        var here = ControlController.start(webinarId);
        if (errors.hasErrors()) {
            return pages.wrong(model, here, response);
        }
        if (form.only()) {
            return registers(webinarId, who, next);
        }
        if (!stage.strangerAttends(webinarId, who.name(), who.email(), who.minutes())) {
            return pages.refused(model, here, response, "simulator.not-begun");
        }
        Flash.success(next, "simulator.stranger.came");
        return Back.to(here.address());
    }

    private View registers(long webinarId, StrangerForm.Stranger who, RedirectAttributes next) {
        var email = EmailAddress.parse(who.email()).orElseThrow();
        if (reception.signUp(webinarId, email, who.name()) instanceof Failed(var failure)) {
            Flash.problem(next, "simulator.refused", failure.words());
        } else {
            stage.tellOfRegistrants(webinarId);
            Flash.success(next, "simulator.stranger.registered");
        }
        return Back.to(ControlController.ADDRESS + webinarId);
    }

    /**
     * What one registrant does.
     *
     * @param words why somebody cancels or is turned down
     * @param back the page of the list to come back to
     */
    @PostMapping("/registrants/{registrantId}/acts")
    View act(
            @PathVariable long webinarId,
            @PathVariable String registrantId,
            @RequestParam Act act,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        switch (act) {
            case LIVE -> attends(webinarId, registrantId, AttendanceKind.LIVE, minutes, next);
            case ON_DEMAND -> attends(webinarId, registrantId, AttendanceKind.ON_DEMAND, minutes, next);
            case AWAY -> {
                stage.staysAway(webinarId, registrantId);
                Flash.success(next, "simulator.acted.AWAY");
            }
            case APPROVE -> decide(webinarId, registrantId, Decision.APPROVE, "", next);
            case DENY -> decide(webinarId, registrantId, Decision.DENY, words, next);
            case CANCEL -> decide(webinarId, registrantId, Decision.CANCEL, words, next);
        }
        return Back.to(back.isEmpty() ? ControlController.ADDRESS + webinarId : back);
    }

    private void attends(
            long webinarId, String registrantId, AttendanceKind kind, String minutes, RedirectAttributes next) {
        if (!minutes.matches("\\d{1,4}")
                || Integer.parseInt(minutes) < 1
                || Integer.parseInt(minutes) > StrangerForm.MOST_MINUTES) {
            Flash.problem(next, "simulator.minutes.wrong", StrangerForm.MOST_MINUTES);
        } else if (stage.attends(webinarId, registrantId, kind, Integer.parseInt(minutes))) {
            Flash.success(next, "simulator.acted." + kind);
        } else {
            Flash.problem(next, "simulator.refused." + kind);
        }
    }

    private void decide(long webinarId, String registrantId, Decision decision, String words, RedirectAttributes next) {
        var why = ProviderFailure.cut(Text.unwanted(words) ? "" : words);
        var outcome = reception.decide(webinarId, new RegistrantRef(registrantId, ""), decision, why);
        if (outcome instanceof Done) {
            stage.tellOfRegistrants(webinarId);
            Flash.success(next, "simulator.acted." + decision);
        } else if (outcome instanceof DecisionOutcome.Failed failed) {
            Flash.problem(next, "simulator.refused", failed.failure().words());
        }
    }
}
