package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.member.Cause;
import rollcall.member.Consequences;
import rollcall.program.Program;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Says before a change which campaigns it brings members into. */
@Component
class CampaignConsequences implements Consequences {

    private static final String AT_ONCE = "campaign.consequence";
    private static final String WHEN_ACCEPTED = "campaign.consequence.accepted";

    private final CampaignRows campaigns;

    CampaignConsequences(CampaignRows campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public List<Consequence> of(Program program, Status to, long members) {
        var told = new ArrayList<Consequence>();
        if (members > 0) {
            for (var campaign : campaigns.on(program.key())) {
                if (changed(campaign, to)) {
                    told.add(new Consequence(AT_ONCE, List.of(members, campaign.name())));
                } else if (to.is(StatusCode.REGISTERED) && hearsOfAcceptance(campaign)) {
                    told.add(new Consequence(WHEN_ACCEPTED, List.of(members, campaign.name())));
                }
            }
        }
        return told;
    }

    private static boolean changed(Campaign campaign, Status to) {
        return campaign.definition().triggers().stream()
                .anyMatch(trigger -> trigger instanceof Trigger.StatusChanged changed
                        ? fits(changed, to, campaign.definition())
                        : trigger instanceof Trigger.RegistrationFailed && to.is(StatusCode.REGISTRATION_ERROR));
    }

    private static boolean fits(Trigger.StatusChanged changed, Status to, Definition definition) {
        var byPerson = changed.causes().isEmpty()
                || changed.causes().contains(Cause.PERSON)
                || changed.causes().contains(Cause.APPROVAL);
        var any = changed.to().isEmpty() && (to.inProgram() || AudienceSql.forLeavers(definition));
        return byPerson && (any || changed.to().contains(to.key()));
    }

    private static boolean hearsOfAcceptance(Campaign campaign) {
        return campaign.definition().triggers().stream().anyMatch(Trigger.RegistrationAccepted.class::isInstance);
    }

    @Override
    public List<Consequence> ofCorrection(Program program, long registered, long cancelled) {
        return registered == 0
                ? List.of()
                : campaigns.on(program.key()).stream()
                        .filter(CampaignConsequences::hearsOfAcceptance)
                        .map(one -> new Consequence(WHEN_ACCEPTED, List.of(registered, one.name())))
                        .toList();
    }
}
