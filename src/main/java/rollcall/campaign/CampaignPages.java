package rollcall.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.campaign.CampaignReads.EntryLine;
import rollcall.campaign.CampaignReads.StepResult;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.web.Crumb;

/** Fills the page of one campaign. */
@Component
class CampaignPages {

    private static final int PAGE = 50;
    private static final int LAST = 10;

    private final Campaigns campaigns;
    private final CampaignReads reads;
    private final CampaignPageReads pageReads;
    private final EntryReads entries;
    private final CampaignNames names;
    private final Access access;
    private final Clock clock;

    CampaignPages(
            Campaigns campaigns,
            CampaignReads reads,
            CampaignPageReads pageReads,
            EntryReads entries,
            CampaignNames names,
            Access access,
            Clock clock) {
        this.campaigns = campaigns;
        this.reads = reads;
        this.pageReads = pageReads;
        this.entries = entries;
        this.names = names;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Which of those who came in are listed.
     *
     * @param state those who stand so; null for all
     * @param before the id of the last entry on the page before
     * @param member one member alone
     */
    record Which(
            @Nullable EntryState state,
            @Nullable Long before,
            @Nullable Long member) {}

    String page(Model model, Actor who, Program program, Campaign campaign, Which which) {
        results(model, who, program, campaign);
        list(model, program, campaign, which);
        model.addAttribute("runs", reads.runs(campaign, LAST));
        model.addAttribute("versions", pageReads.versions(campaign.id(), LAST));
        model.addAttribute("problems", problems(program, campaign));
        model.addAttribute("crumbs", crumbs(program, null));
        return "campaign/campaign";
    }

    /** What came of it, alone: all that changes by itself. */
    String results(Model model, Actor who, Program program, Campaign campaign) {
        var all = campaigns.of(program.key());
        var sentences = names.sentences(program, all, List.of(campaign.definition()));
        var states = reads.states(program.key()).getOrDefault(campaign.id(), Map.of());
        // Asked first: who is moved on after this is looked at again.
        var due = entries.stirring(campaign.id(), clock.instant());
        var steps = reads.steps(campaign);
        model.addAttribute("program", program);
        model.addAttribute("manages", access.may(who, program.key(), Act.MANAGE));
        model.addAttribute(
                "view",
                new CampaignView(campaign, sentences, names.words(), new Counts(states), steps, due || sending(steps)));
        return "campaign/campaign";
    }

    private static boolean sending(List<StepResult> steps) {
        return steps.stream().flatMap(step -> step.letters().keySet().stream()).anyMatch(state -> !state.settled());
    }

    private void list(Model model, Program program, Campaign campaign, Which which) {
        var address = "/programs/%d/campaigns/%d".formatted(program.key(), campaign.id());
        var query = which.state() == null ? "" : "state=" + which.state() + "&";
        var found = which.member() == null
                ? reads.entries(campaign, which.state(), which.before(), PAGE + 1)
                : entries.of(campaign.id(), which.member(), PAGE);
        var lines = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines);
        model.addAttribute("which", which);
        model.addAttribute("address", address);
        model.addAttribute("statuses", names.statuses(program));
        model.addAttribute("first", which.before() == null ? null : "%s?%s#people".formatted(address, query));
        model.addAttribute("next", found.size() > PAGE ? next(address, query, lines) : null);
    }

    private static String next(String address, String query, List<EntryLine> lines) {
        return "%s?%sbefore=%d#people".formatted(address, query, lines.getLast().id());
    }

    /** What keeps a campaign from being on, in words. */
    List<String> problems(Program program, Campaign campaign) {
        return said(campaigns.problems(program, campaign.id(), campaign.definition()));
    }

    List<String> said(List<CampaignProblem> problems) {
        var words = names.words();
        return problems.stream()
                .map(problem -> {
                    var text = words.say(problem.message(), problem.arguments().toArray());
                    return problem.step() < 0
                            ? text
                            : Words.sentence(words.say("campaign.part.steps", problem.step() + 1)) + ": " + text;
                })
                .toList();
    }

    List<Crumb> crumbs(Program program, @Nullable Campaign campaign) {
        var list = "/programs/%d/campaigns".formatted(program.key());
        var crumbs = new ArrayList<>(ProgramNav.crumbs(program));
        crumbs.add(new Crumb(names.words().say("campaign.title"), list));
        if (campaign != null) {
            crumbs.add(new Crumb(campaign.name(), list + "/" + campaign.id()));
        }
        return crumbs;
    }
}
