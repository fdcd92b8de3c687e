package rollcall.campaign;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Running a campaign by hand: first what it would come to, then doing it. */
@Controller
@RequestMapping("/programs/{programId}/campaigns/{campaignId}")
class RunController {

    private final Programs programs;
    private final Campaigns campaigns;
    private final DryRunPages pages;

    RunController(Programs programs, Campaigns campaigns, DryRunPages pages) {
        this.programs = programs;
        this.campaigns = campaigns;
        this.pages = pages;
    }

    /**
     * @param previewed how many the page said that was looked at; null for somebody who looked at none
     * @param typed the number that somebody typed to confirm
     */
    record Confirmation(
            @Nullable Long previewed,
            @Nullable Long typed,
            @Nullable String requestId) {}

    /** Writes nothing. */
    @GetMapping("/dry-run")
    String dryRun(Actor who, @PathVariable long programId, @PathVariable long campaignId, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        return pages.page(model, who, program, require(program, campaignId), null);
    }

    /**
     * @param previewed how many the dry run said, as a check
     * @param typed the number that somebody typed to confirm
     * @param requestId makes sending twice harmless
     */
    @PostMapping("/runs")
    Object run(
            Actor who,
            @PathVariable long programId,
            @PathVariable long campaignId,
            @RequestParam(required = false) @Nullable Long previewed,
            @RequestParam(required = false) @Nullable Long typed,
            @RequestParam(required = false) @Nullable String requestId,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var campaign = require(program, campaignId);
        var id = RequestKey.stored(requestId);
        var objection = pages.objection(program, campaign, new Confirmation(previewed, typed, id));
        if (objection != null) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.page(model, who, program, campaign, objection);
        }
        Flash.success(next, "campaign.ran", campaigns.run(program, campaignId, who, id));
        return Back.to("/programs/%d/campaigns/%d".formatted(programId, campaignId));
    }

    private Campaign require(Program program, long id) {
        return campaigns.find(program.key(), id).orElseThrow(NoSuchCampaign::new);
    }
}
