package rollcall.campaign;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.campaign.CampaignPages.Which;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** One campaign: what it does, what came of it, and switching it on and off. */
@Controller
@RequestMapping("/programs/{programId}/campaigns/{campaignId}")
class CampaignController {

    private final Programs programs;
    private final Campaigns campaigns;
    private final CampaignPages pages;

    CampaignController(Programs programs, Campaigns campaigns, CampaignPages pages) {
        this.programs = programs;
        this.campaigns = campaigns;
        this.pages = pages;
    }

    /** What somebody wants a campaign to become. */
    enum Wanted {
        ON,
        PAUSED,
        STOPPED,
        ARCHIVED
    }

    /** @param stop there for somebody who wants to stop it and is to see what that comes to */
    @GetMapping
    String page(
            Actor who,
            @PathVariable long programId,
            @PathVariable long campaignId,
            @RequestParam(required = false) @Nullable EntryState state,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable String stop,
            Model model) {
        model.addAttribute("asked", stop != null);
        var program = programs.require(who, programId, Act.SEE);
        return pages.page(model, who, program, require(program, campaignId), new Which(state, before, member));
    }

    @HxRequest
    @GetMapping
    String results(Actor who, @PathVariable long programId, @PathVariable long campaignId, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        return pages.results(model, who, program, require(program, campaignId)) + " :: results";
    }

    /** @param from {@code list} or {@code dry-run} for somebody who is there and wants to stay */
    @PostMapping("/state")
    View become(
            Actor who,
            @PathVariable long programId,
            @PathVariable long campaignId,
            @RequestParam Wanted to,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var campaign = require(program, campaignId);
        switch (to) {
            case ON -> switchOn(who, program, campaign, next);
            case PAUSED -> {
                campaigns.pause(program, campaignId, who);
                Flash.success(next, "campaign.done.PAUSED", campaign.name());
            }
            case STOPPED -> {
                campaigns.stop(program, campaignId, who);
                Flash.success(next, "campaign.done.STOPPED", campaign.name());
            }
            case ARCHIVED -> {
                campaigns.archive(program, campaignId, who);
                Flash.success(next, "campaign.done.ARCHIVED", campaign.name());
                return Back.to(list(program));
            }
        }
        return Back.to(back(from, program, campaign));
    }

    private static String back(String from, Program program, Campaign campaign) {
        return switch (from) {
            case "list" -> list(program);
            case "dry-run" -> address(program, campaign) + "/dry-run";
            default -> address(program, campaign);
        };
    }

    private void switchOn(Actor who, Program program, Campaign campaign, RedirectAttributes next) {
        var problems = pages.said(campaigns.switchOn(program, campaign.id(), who));
        if (problems.isEmpty()) {
            Flash.success(next, "campaign.done.ON", campaign.name());
        } else {
            Flash.problem(next, "campaign.not-on", campaign.name(), String.join(" ", problems));
        }
    }

    /** Tries again those who failed. */
    @PostMapping("/retries")
    View retry(Actor who, @PathVariable long programId, @PathVariable long campaignId, RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var campaign = require(program, campaignId);
        Flash.success(next, "campaign.retried", campaigns.retry(program, campaignId, who));
        return Back.to(address(program, campaign));
    }

    private Campaign require(Program program, long id) {
        return campaigns.find(program.key(), id).orElseThrow(NoSuchCampaign::new);
    }

    private static String list(Program program) {
        return "/programs/%d/campaigns".formatted(program.key());
    }

    private static String address(Program program, Campaign campaign) {
        return list(program) + "/" + campaign.id();
    }
}
