package rollcall.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.person.EmailAddress;
import rollcall.program.StatusCode;
import rollcall.registration.FirstStatus.Rule;

/**
 * The rules of a program that decide by themselves. A domain stands for itself and for what lies below it.
 *
 * @param refused who is turned down
 * @param accepted who needs no approval
 * @param own who belongs to the house, and needs no approval
 * @param invitedSkipApproval whether somebody who was invited needs no approval
 */
record DomainRules(List<String> refused, List<String> accepted, List<String> own, boolean invitedSkipApproval) {

    static final DomainRules NONE = new DomainRules(List.of(), List.of(), List.of(), false);

    /**
     * The rule for somebody. Who was invited by name is not turned down for a domain, and neither is one's own team.
     *
     * @param at where they stand; null for somebody who never was a member
     */
    Rule of(EmailAddress address, @Nullable StatusCode at) {
        var domain = address.key().substring(address.key().lastIndexOf('@') + 1);
        if (anyCovers(own, domain)) {
            return Rule.OWN_TEAM;
        }
        if (at == StatusCode.INVITED) {
            return invitedSkipApproval ? Rule.INVITED : acceptance(domain);
        }
        return anyCovers(refused, domain) ? Rule.DOMAIN_REFUSED : acceptance(domain);
    }

    private Rule acceptance(String domain) {
        return anyCovers(accepted, domain) ? Rule.DOMAIN_ACCEPTED : Rule.NONE;
    }

    private static boolean anyCovers(List<String> some, String domain) {
        return some.stream().anyMatch(one -> domain.equals(one) || domain.endsWith("." + one));
    }
}
