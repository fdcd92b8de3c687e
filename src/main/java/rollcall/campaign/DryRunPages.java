package rollcall.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.campaign.RunController.Confirmation;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Fills the page that says what running a campaign now would come to, and decides whether it may be run from there. */
@Component
class DryRunPages {

    private final Campaigns campaigns;
    private final CampaignNames names;
    private final CampaignPages pages;
    private final Access access;

    DryRunPages(Campaigns campaigns, CampaignNames names, CampaignPages pages, Access access) {
        this.campaigns = campaigns;
        this.names = names;
        this.pages = pages;
        this.access = access;
    }

    /** Why a run does not hold, as the key of a message. */
    record Objection(String message, List<Object> arguments) {}

    String page(Model model, Actor who, Program program, Campaign campaign, @Nullable Objection objection) {
        var definition = campaign.definition();
        var sentences = names.sentences(program, campaigns.of(program.key()), List.of(definition));
        var run = campaigns.dryRun(program, campaign.id());
        model.addAttribute("program", program);
        model.addAttribute("manages", access.may(who, program.key(), Act.MANAGE));
        model.addAttribute("view", new DryRunView(campaign, run, sentences, names.words()));
        model.addAttribute("problems", pages.said(campaigns.problems(program, campaign.id(), definition)));
        model.addAttribute("statuses", names.statuses(program));
        model.addAttribute("objection", objection);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("crumbs", pages.crumbs(program, campaign));
        return "campaign/dry-run";
    }

    /**
     * What keeps a run from being made: it is not on, others would come in by now, or their number was not typed. A
     * repeated request is never objected to: it answers what the first one came to.
     */
    @Nullable
    Objection objection(Program program, Campaign campaign, Confirmation confirmation) {
        if (campaigns.ran(campaign.id(), confirmation.requestId())) {
            return null;
        }
        if (campaign.state() != CampaignState.ON) {
            return new Objection("campaign.run.not-on", List.of());
        }
        var previewed = confirmation.previewed();
        if (previewed == null) {
            return null;
        }
        if (previewed > DryRunView.TYPED_ABOVE && !previewed.equals(confirmation.typed())) {
            return new Objection("campaign.run.type-the-number", List.of(previewed));
        }
        var now = campaigns.dryRun(program, campaign.id()).qualify();
        return now == previewed ? null : new Objection("campaign.run.number-changed", List.of(previewed, now));
    }
}
