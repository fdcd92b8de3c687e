package rollcall.campaign;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import rollcall.member.Cause;
import rollcall.program.AnswersByMail;

/**
 * Which registrations campaigns that are on answer with a mail. Conditions of their audiences and steps are not looked at: what
 * a page says of a program must not depend on who reads it.
 */
@Component
class MailAnswers implements AnswersByMail {

    private final CampaignRows campaigns;

    MailAnswers(CampaignRows campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Set<To> missing(long programId) {
        var missing = EnumSet.allOf(To.class);
        campaigns.on(programId).stream()
                .map(Campaign::definition)
                .filter(MailAnswers::writes)
                .map(Definition::triggers)
                .flatMap(List::stream)
                .forEach(trigger -> missing.removeIf(to -> hears(trigger, to)));
        return missing;
    }

    private static boolean writes(Definition definition) {
        return definition.steps().stream()
                .map(Problems::actions)
                .flatMap(List::stream)
                .anyMatch(Action.SendMail.class::isInstance);
    }

    private static boolean hears(Trigger trigger, To to) {
        return switch (trigger) {
            case Trigger.StatusChanged changed -> to != To.AGAIN && hears(changed, to);
            case Trigger.RegistrationAccepted accepted -> to == To.REGISTERED;
            case Trigger.FormFilledOut filled -> to != To.AGAIN;
            case Trigger.PersonAdded added -> to != To.AGAIN;
            case Trigger.FormFilledOutAgain again -> to == To.AGAIN;
            case Trigger.RegistrationFailed other -> false;
            case Trigger.AttendanceArrived other -> false;
            case Trigger.SeatCameFree other -> false;
            case Trigger.SeatOffered other -> false;
            case Trigger.Around other -> false;
            case Trigger.Requested other -> false;
        };
    }

    private static boolean hears(Trigger.StatusChanged changed, To to) {
        return changed.from().isEmpty()
                && changed.reason().isEmpty()
                && anyOr(changed.to(), to.name())
                && anyOr(changed.causes(), Cause.REGISTRATION);
    }

    private static <T> boolean anyOr(Collection<T> named, T one) {
        return named.isEmpty() || named.contains(one);
    }
}
