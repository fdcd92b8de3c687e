package rollcall.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.mail.Outdoors;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;

/** Fills the list of a program's campaigns. */
@Component
class CampaignsPages {

    private static final long LATE = 60; // seconds

    private final Campaigns campaigns;
    private final CampaignReads reads;
    private final CampaignNames names;
    private final Outdoors outdoors;
    private final Access access;

    CampaignsPages(Campaigns campaigns, CampaignReads reads, CampaignNames names, Outdoors outdoors, Access access) {
        this.campaigns = campaigns;
        this.reads = reads;
        this.names = names;
        this.outdoors = outdoors;
        this.access = access;
    }

    String list(Model model, Actor who, Program program) {
        var lag = reads.lagSeconds(program.key());
        var lines = lines(program);
        model.addAttribute("program", program);
        model.addAttribute("manages", access.may(who, program.key(), Act.MANAGE));
        model.addAttribute("lines", lines);
        model.addAttribute(
                "recipesOff", lines.stream().filter(CampaignsPages::offered).count());
        model.addAttribute("lagMinutes", lag > LATE ? lag / 60 : 0);
        model.addAttribute("staysHere", !outdoors.reaches(program.key()));
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        return "campaign/list";
    }

    private static boolean offered(CampaignLine line) {
        return line.campaign().recipe() != null && line.campaign().state() == CampaignState.OFF;
    }

    private List<CampaignLine> lines(Program program) {
        var all = campaigns.of(program.key());
        var sentences = names.sentences(
                program, all, all.stream().map(Campaign::definition).toList());
        var states = reads.states(program.key());
        return all.stream()
                .sorted(Comparator.comparing(campaign -> campaign.recipe() == null))
                .map(campaign -> new CampaignLine(
                        campaign,
                        sentences.of(campaign.definition()),
                        new Counts(states.getOrDefault(campaign.id(), Map.of()))))
                .toList();
    }
}
