package rollcall.campaign;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.member.BroughtAlong;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Finds what may be chosen in the form of a campaign. */
@Component
class CampaignOffers {

    /** Old names and fixed offsets, which know nothing of summer time. */
    private static final Set<String> LEFT_OUT = Set.of("Etc", "SystemV", "US", "Canada", "Brazil", "Chile", "Mexico");

    private static final List<String> ZONES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(name -> name.contains("/"))
                            .filter(name -> !LEFT_OUT.contains(name.substring(0, name.indexOf('/'))))
                            .sorted())
            .toList();

    private final Programs programs;
    private final Access access;
    private final Campaigns campaigns;
    private final CampaignNames names;
    private final CampaignPageReads reads;
    private final BroughtAlong brought;

    CampaignOffers(
            Programs programs,
            Access access,
            Campaigns campaigns,
            CampaignNames names,
            CampaignPageReads reads,
            BroughtAlong brought) {
        this.programs = programs;
        this.access = access;
        this.campaigns = campaigns;
        this.names = names;
        this.reads = reads;
        this.brought = brought;
    }

    /** @param campaignId the one that is edited; null for a new one */
    Offers of(Actor who, Program program, DefinitionForm form, @Nullable Long campaignId) {
        var managed = asksForPrograms(form) ? managed(who, program) : Map.<Long, String>of();
        return new Offers(
                programs.channelOf(program).statuses(),
                elsewhere(form, managed.keySet()),
                names.templates(program),
                others(program, campaignId),
                managed,
                reads.webhooks(),
                brought.asked(program),
                ZONES);
    }

    private Map<Long, String> others(Program program, @Nullable Long campaignId) {
        var byId = new LinkedHashMap<Long, String>();
        campaigns.of(program.key()).stream()
                .filter(one -> campaignId == null || one.id() != campaignId)
                .forEach(one -> byId.put(one.id(), one.name()));
        return byId;
    }

    /** There may be many, so they are looked for only when one is to be chosen. */
    private static boolean asksForPrograms(DefinitionForm form) {
        return form.actions().anyMatch(action -> action.is("add-to-program"));
    }

    /** Only for the programs that are named already: they may be many, and so may their channels. */
    private Map<String, Map<String, String>> elsewhere(DefinitionForm form, Set<Long> managed) {
        var named = form.actions()
                .filter(action -> action.is("add-to-program"))
                .map(action -> action.text("program"))
                .collect(Collectors.toSet());
        return programs
                .all(managed.stream()
                        .filter(id -> named.contains(id.toString()))
                        .toList())
                .stream()
                .collect(Collectors.toMap(one -> String.valueOf(one.key()), names::given));
    }

    private Map<Long, String> managed(Actor who, Program program) {
        var byId = new LinkedHashMap<>(reads.openPrograms());
        byId.keySet().removeIf(id -> id == program.key() || !access.may(who, id, Act.MANAGE));
        return byId;
    }
}
