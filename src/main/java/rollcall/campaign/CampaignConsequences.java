package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rollcall.mail.Template;
import rollcall.mail.Templates;
import rollcall.member.Cause;
import rollcall.member.Consequences;
import rollcall.member.LettersToCome;
import rollcall.member.MemberLine;
import rollcall.program.Program;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Says before a change which campaigns it brings members into. */
@Component
class CampaignConsequences implements Consequences, LettersToCome {

    private static final String AT_ONCE = "campaign.consequence";
    private static final String WHEN_ACCEPTED = "campaign.consequence.accepted";

    private static final String MAIL = ".mail";
    private static final String WITHOUT = "campaign.consequence.without.";

    private final CampaignRows campaigns;
    private final Templates templates;
    private final MailForecasts mails;

    CampaignConsequences(CampaignRows campaigns, Templates templates, MailForecasts mails) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.mails = mails;
    }

    @Override
    public List<Consequence> of(Program program, Status to, Map<Status, List<Long>> changing) {
        var told = new ArrayList<Consequence>();
        for (var campaign : campaigns.on(program.key())) {
            var members = members(campaign, to, changing);
            if (!members.isEmpty()) {
                told.addAll(tell(AT_ONCE, members, campaign));
            } else if (to.is(StatusCode.REGISTERED) && hearsOfAcceptance(campaign)) {
                told.addAll(tellOfAccepted(everybody(changing), campaign));
            }
        }
        return told;
    }

    @Override
    public List<Letter> of(Program program, MemberLine member, Status to, String reason) {
        return campaigns.on(program.key()).stream()
                .filter(campaign -> changed(campaign, member.status(), to))
                .flatMap(campaign -> begins(campaign).stream())
                .flatMap(mail -> templates.read(mail.templateId(), member.id(), to.key(), reason).stream())
                .toList();
    }

    private static List<Long> everybody(Map<Status, List<Long>> changing) {
        return changing.values().stream().flatMap(List::stream).toList();
    }

    private List<Consequence> tellOfAccepted(List<Long> members, Campaign campaign) {
        return members.isEmpty() ? List.of() : tell(WHEN_ACCEPTED, members, campaign);
    }

    /** Names the mail where the campaign begins with one, and says when its audience may leave some of them out. */
    private List<Consequence> tell(String message, List<Long> members, Campaign campaign) {
        var some = campaign.definition().audience().everybody() ? 0 : 1;
        return begins(campaign)
                .flatMap(mail -> templates.find(mail.templateId()))
                .map(template -> tell(message + MAIL, members, template, some))
                .orElseGet(() ->
                        List.of(new Consequence(message, List.of((long) members.size(), campaign.name(), some))));
    }

    /** How many get the mail, and how many do not because they are on the list of those who get none. */
    private List<Consequence> tell(String message, List<Long> members, Template template, int some) {
        var without = mails.suppressed(members, template.purpose());
        var with = members.size()
                - without.values().stream().mapToLong(Long::longValue).sum();
        var told = new ArrayList<Consequence>();
        told.add(new Consequence(message, List.of(with, template.name(), with == 0 ? 0 : some)));
        without.forEach((why, count) -> told.add(new Consequence(WITHOUT + why, List.of(count, template.name()))));
        return told;
    }

    /** The mail that it begins with, whoever comes in. */
    private static Optional<Action.SendMail> begins(Campaign campaign) {
        var first = campaign.definition().steps().getFirst();
        return first.choices().isEmpty() && first.otherwise() instanceof Action.SendMail mail
                ? Optional.of(mail)
                : Optional.empty();
    }

    /** Those of them whom its triggers hear of. */
    private static List<Long> members(Campaign campaign, Status to, Map<Status, List<Long>> changing) {
        return changing.entrySet().stream()
                .filter(some -> changed(campaign, some.getKey(), to))
                .flatMap(some -> some.getValue().stream())
                .toList();
    }

    private static boolean changed(Campaign campaign, Status from, Status to) {
        return campaign.definition().triggers().stream()
                .anyMatch(trigger -> trigger instanceof Trigger.StatusChanged changed
                        ? fits(changed, from, to, campaign.definition())
                        : trigger instanceof Trigger.RegistrationFailed && to.is(StatusCode.REGISTRATION_ERROR));
    }

    private static boolean fits(Trigger.StatusChanged changed, Status from, Status to, Definition definition) {
        var byPerson = changed.causes().isEmpty()
                || changed.causes().contains(Cause.PERSON)
                || changed.causes().contains(Cause.APPROVAL);
        var any = changed.to().isEmpty() && (to.inProgram() || AudienceSql.forLeavers(definition));
        return byPerson
                && (changed.from().isEmpty() || changed.from().contains(from.key()))
                && (any || changed.to().contains(to.key()));
    }

    private static boolean hearsOfAcceptance(Campaign campaign) {
        return campaign.definition().triggers().stream().anyMatch(Trigger.RegistrationAccepted.class::isInstance);
    }

    @Override
    public List<Consequence> ofCorrection(Program program, List<Long> registered, long cancelled) {
        return campaigns.on(program.key()).stream()
                .filter(CampaignConsequences::hearsOfAcceptance)
                .flatMap(one -> tellOfAccepted(registered, one).stream())
                .toList();
    }
}
