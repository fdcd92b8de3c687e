package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.web.Crumb;

/** Fills the page with the form of a campaign. */
@Component
class EditorPages {

    private static final String PAGE = "campaign/editor";
    private static final int SAMPLE = 5;

    private final Campaigns campaigns;
    private final Audiences audiences;
    private final CampaignNames names;
    private final CampaignOffers offers;

    EditorPages(Campaigns campaigns, Audiences audiences, CampaignNames names, CampaignOffers offers) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.names = names;
        this.offers = offers;
    }

    /**
     * Whose form it is.
     *
     * @param campaign null for a new one
     */
    record Subject(Actor who, Program program, @Nullable Campaign campaign) {

        @Nullable
        Long id() {
            return campaign == null ? null : campaign.id();
        }

        String list() {
            return "/programs/%d/campaigns".formatted(program.key());
        }

        /** Where the form is sent to, and the page of the campaign. */
        String address() {
            return campaign == null ? list() : list() + "/" + campaign.id();
        }
    }

    /** The form as it was typed, with nothing said against it. */
    String form(Model model, Subject subject, DefinitionForm form, String focus) {
        return fill(model, subject, form, draft(subject, form), new Wrongs(), focus);
    }

    /** The form with what is wrong in it. */
    String wrong(Model model, Subject subject, DefinitionDraft draft) {
        return fill(model, subject, draft.form(), draft, draft.wrongs(), "error-summary");
    }

    /** Theirs in words above, yours in the form, which would overwrite theirs when it is sent again. */
    String stale(Model model, Subject subject, DefinitionForm yours) {
        var theirs = campaigns
                .find(subject.program().key(), subject.id() == null ? -1 : subject.id())
                .orElseThrow(NoSuchCampaign::new);
        var sentences = sentences(subject, theirs.definition());
        model.addAttribute("theirs", new Theirs(theirs, sentences));
        var form = yours.withVersion(theirs.version());
        return fill(model, subject, form, draft(subject, form), new Wrongs(), "stale-title");
    }

    DefinitionDraft draft(Subject subject, DefinitionForm form) {
        return new DefinitionDraft(form, offers.of(subject.who(), subject.program(), form, subject.id()));
    }

    private String fill(
            Model model, Subject subject, DefinitionForm form, DefinitionDraft draft, Wrongs wrongs, String focus) {
        var program = subject.program();
        var others = campaigns.of(program.key());
        var said = draft.readable().map(List::of).orElse(List.of());
        model.addAttribute("program", program);
        model.addAttribute("campaign", subject.campaign());
        model.addAttribute("action", subject.address());
        model.addAttribute("preview", subject.list() + "/preview");
        model.addAttribute("cancel", subject.address());
        model.addAttribute("crumbs", crumbs(subject));
        model.addAttribute(
                "editor",
                new EditorView(form, wrongs, draft.offers(), names.names(program, others, said), names.words(), focus));
        return preview(model, subject, draft);
    }

    /** What stands beside the form: the campaign in a sentence, and whom it means at this moment. */
    String preview(Model model, Subject subject, DefinitionDraft draft) {
        var program = subject.program();
        model.addAttribute("program", program);
        model.addAttribute(
                "sentence",
                draft.readable().map(one -> sentences(subject, one).of(one)).orElse(null));
        model.addAttribute(
                "meant",
                draft.audience().map(audience -> meant(subject, audience)).orElse(null));
        return PAGE;
    }

    /** Whom an audience means. */
    record Meant(String sentence, long count, List<AudienceMember> sample) {}

    private Meant meant(Subject subject, Audience audience) {
        var program = subject.program();
        var sentence = sentences(subject, Definition.EMPTY).of(audience);
        var count = audiences.count(program, audience);
        return new Meant(sentence, count, count == 0 ? List.of() : audiences.sample(program, audience, SAMPLE));
    }

    private Sentences sentences(Subject subject, Definition said) {
        var program = subject.program();
        return names.sentences(program, campaigns.of(program.key()), List.of(said));
    }

    private List<Crumb> crumbs(Subject subject) {
        var crumbs = new ArrayList<>(ProgramNav.crumbs(subject.program()));
        crumbs.add(new Crumb(names.words().say("campaign.title"), subject.list()));
        Optional.ofNullable(subject.campaign())
                .ifPresent(campaign -> crumbs.add(new Crumb(campaign.name(), subject.address())));
        return crumbs;
    }
}
