package rollcall.campaign;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.campaign.EditorPages.Subject;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/**
 * Making and changing a campaign. Every button of the form sends all of it: {@code act=save} stores it, any other act
 * ({@link FormEdit}) only answers the form as it is then.
 */
@Controller
@RequestMapping("/programs/{programId}/campaigns")
class EditorController {

    private static final String SAVE = "save";
    private static final String PART = " :: editor";

    private final Programs programs;
    private final Campaigns campaigns;
    private final EditorPages pages;

    EditorController(Programs programs, Campaigns campaigns, EditorPages pages) {
        this.programs = programs;
        this.campaigns = campaigns;
        this.pages = pages;
    }

    @GetMapping("/new")
    String blank(Actor who, @PathVariable long programId, Model model) {
        var form = DefinitionForm.of("", "", Definition.EMPTY);
        return pages.form(model, make(who, programId), form, "");
    }

    @GetMapping("/{campaignId}/edit")
    String edit(Actor who, @PathVariable long programId, @PathVariable long campaignId, Model model) {
        var subject = change(who, programId, campaignId);
        var campaign = campaigns.find(programId, campaignId).orElseThrow(NoSuchCampaign::new);
        var form = DefinitionForm.of(campaign.name(), Integer.toString(campaign.version()), campaign.definition());
        return pages.form(model, subject, form, "");
    }

    @PostMapping
    Object create(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return take(make(who, programId), sent, model, response, next);
    }

    @HxRequest
    @PostMapping
    String createInPlace(
            Actor who, @PathVariable long programId, @RequestParam MultiValueMap<String, String> sent, Model model) {
        return again(make(who, programId), sent, model) + PART;
    }

    @PostMapping("/{campaignId}")
    Object save(
            Actor who,
            @PathVariable long programId,
            @PathVariable long campaignId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return take(change(who, programId, campaignId), sent, model, response, next);
    }

    @HxRequest
    @PostMapping("/{campaignId}")
    String saveInPlace(
            Actor who,
            @PathVariable long programId,
            @PathVariable long campaignId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        return again(change(who, programId, campaignId), sent, model) + PART;
    }

    /** What stands beside the form while somebody types. Stores nothing. */
    @HxRequest
    @PostMapping("/preview")
    String preview(
            Actor who, @PathVariable long programId, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var subject = make(who, programId);
        var form = DefinitionForm.of(sent);
        return pages.preview(model, subject, pages.draft(subject, form)) + " :: preview";
    }

    private Subject make(Actor who, long programId) {
        return new Subject(who, programs.require(who, programId, Act.MANAGE), null);
    }

    private Subject change(Actor who, long programId, long campaignId) {
        var program = programs.require(who, programId, Act.MANAGE);
        return new Subject(who, program, campaigns.find(programId, campaignId).orElseThrow(NoSuchCampaign::new));
    }

    private Object take(
            Subject subject,
            MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!SAVE.equals(act(sent))) {
            return again(subject, sent, model);
        }
        var draft = pages.draft(subject, DefinitionForm.of(sent));
        var definition = draft.definition();
        if (definition.isEmpty() || refused(subject, definition.get(), draft)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.wrong(model, subject, draft);
        }
        try {
            return stored(subject, draft, definition.get(), next);
        } catch (StaleCampaign overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.stale(model, subject, draft.form());
        }
    }

    /** Only what cannot even be saved is said here; the page of the campaign says what keeps it from being on. */
    private boolean refused(Subject subject, Definition definition, DefinitionDraft draft) {
        campaigns.problems(subject.program(), subject.id(), definition).stream()
                .filter(CampaignProblem::refused)
                .forEach(problem -> draft.wrongs()
                        .add(
                                EditorFields.of(problem),
                                problem.message(),
                                problem.arguments().toArray()));
        return !draft.wrongs().none();
    }

    private Object stored(Subject subject, DefinitionDraft draft, Definition definition, RedirectAttributes next) {
        var program = subject.program();
        var campaign = subject.campaign();
        if (campaign == null) {
            var id = campaigns.create(program, draft.name(), definition, subject.who());
            Flash.success(next, "campaign.created", draft.name());
            return Back.to(subject.list() + "/" + id);
        }
        campaigns.save(program, campaign.id(), draft.version(), draft.name(), definition, subject.who());
        Flash.success(next, "campaign.saved", draft.name());
        return Back.to(subject.address());
    }

    private String again(Subject subject, MultiValueMap<String, String> sent, Model model) {
        var edit = FormEdit.of(act(sent));
        var form = edit.apply(DefinitionForm.of(sent));
        return pages.form(model, subject, form, NextField.after(edit, form));
    }

    private static String act(MultiValueMap<String, String> sent) {
        var acts = sent.getOrDefault("act", List.of(SAVE));
        return acts.isEmpty() || acts.getFirst() == null ? SAVE : acts.getFirst();
    }
}
