package rollcall.campaign;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** A program's campaigns, and when they write to whom. */
@Controller
class CampaignsController {

    private final Programs programs;
    private final Campaigns campaigns;
    private final CampaignsPages pages;
    private final SendPages sends;

    CampaignsController(Programs programs, Campaigns campaigns, CampaignsPages pages, SendPages sends) {
        this.programs = programs;
        this.campaigns = campaigns;
        this.pages = pages;
        this.sends = sends;
    }

    @GetMapping("/programs/{programId}/campaigns")
    String list(Actor who, @PathVariable long programId, Model model) {
        return pages.list(model, who, programs.require(who, programId, Act.SEE));
    }

    /** Switches on all recipes that are off and have nothing against it. */
    @PostMapping("/programs/{programId}/campaigns/recipes")
    View switchOnRecipes(Actor who, @PathVariable long programId, RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var left = campaigns.switchOnRecipes(program, who);
        if (left.isEmpty()) {
            Flash.success(next, "campaign.recipes.on");
        } else {
            var names = left.stream().collect(Collectors.joining(", "));
            Flash.problem(next, "campaign.recipes.left", left.size(), names);
        }
        return Back.to("/programs/%d/campaigns".formatted(programId));
    }

    /** @param month as 2026-03; the present one when none is named */
    @GetMapping("/programs/{programId}/sends")
    String sends(
            Actor who,
            @PathVariable long programId,
            @RequestParam(required = false) @Nullable String month,
            Model model) {
        return sends.month(model, programs.require(who, programId, Act.SEE), month);
    }
}
