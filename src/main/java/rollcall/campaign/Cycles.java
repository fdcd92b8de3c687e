package rollcall.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.program.StatusCode;

/**
 * Which steps of a campaign lead back to it without a wait: by asking for campaigns, or by giving statuses that bring
 * members into campaigns again. Knows no database.
 */
final class Cycles {

    /** Stands for one that has no id yet. */
    private static final long NEW = -1;

    private final Map<Long, Definition> all = new HashMap<>();
    private final long self;

    Cycles(List<Campaign> others, @Nullable Long campaignId, Definition definition) {
        self = campaignId == null ? NEW : campaignId;
        others.forEach(one -> all.put(one.id(), one.definition()));
        all.put(self, definition);
    }

    /** From 0, in their order. */
    List<Integer> steps() {
        var found = new ArrayList<Integer>();
        var steps = beforeTheWait(self);
        for (int i = 0; i < steps.size(); i++) {
            if (next(steps.get(i)).stream().anyMatch(one -> leadsBack(one, new HashSet<>()))) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean leadsBack(long campaign, Set<Long> seen) {
        if (campaign == self) {
            return true;
        }
        return seen.add(campaign)
                && beforeTheWait(campaign).stream()
                        .flatMap(step -> next(step).stream())
                        .anyMatch(one -> leadsBack(one, seen));
    }

    /** What a campaign does at once; whoever takes any way through a step that always waits has waited. */
    private List<Step> beforeTheWait(long campaign) {
        var definition = all.get(campaign);
        return definition == null
                ? List.of()
                : definition.steps().stream()
                        .takeWhile(step -> !Problems.actions(step).stream().allMatch(Waits::isWait))
                        .toList();
    }

    private Set<Long> next(Step step) {
        var next = new HashSet<Long>();
        for (var action : Problems.actions(step)) {
            if (action instanceof Action.RequestCampaign request) {
                next.add(request.campaignId());
            } else if (action instanceof Action.ChangeStatus change) {
                all.forEach((id, definition) -> {
                    if (takesAgain(definition) && hears(definition, change.to())) {
                        next.add(id);
                    }
                });
            }
        }
        return next;
    }

    /** Whoever comes in once only is not brought round again by a status. */
    private static boolean takesAgain(Definition definition) {
        var again = definition.again();
        return again.often() == Again.Often.EVERY_TIME
                || (again.often() == Again.Often.ONCE && Boolean.TRUE.equals(again.afterReturn()));
    }

    /** A registration may fail, and then it is as if that status had been given. */
    private static boolean hears(Definition definition, String status) {
        var registers = status.equals(StatusCode.REGISTERED.name());
        return definition.triggers().stream().anyMatch(trigger -> switch (trigger) {
            case Trigger.StatusChanged changed ->
                changed.to().isEmpty()
                        || changed.to().contains(status)
                        || (registers && changed.to().contains(StatusCode.REGISTRATION_ERROR.name()));
            case Trigger.RegistrationFailed failed -> registers || status.equals(StatusCode.REGISTRATION_ERROR.name());
            case Trigger.RegistrationAccepted accepted -> false;
            case Trigger.FormFilledOut none -> false;
            case Trigger.FormFilledOutAgain none -> false;
            case Trigger.PersonAdded none -> false;
            case Trigger.AttendanceArrived none -> false;
            case Trigger.SeatCameFree none -> false;
            case Trigger.SeatOffered none -> false;
            case Trigger.Around none -> false;
            case Trigger.Requested none -> false;
        });
    }
}
