package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rollcall.program.StatusCode;
import rollcall.registration.FirstStatus.Answer;
import rollcall.registration.FirstStatus.Full;
import rollcall.registration.FirstStatus.Give;
import rollcall.registration.FirstStatus.Rule;
import rollcall.registration.FirstStatus.Situation;
import rollcall.registration.FirstStatus.Stay;

/** The decision as pictures: whoever changes the rule changes a picture. */
class FirstStatusTest {

    private static final Situation SEAT = new Situation(false, true, true);
    private static final Situation WAITLIST = new Situation(false, true, false);
    private static final Situation FULL = new Situation(false, false, false);
    private static final Situation APPROVAL = new Situation(true, true, true);
    private static final Situation APPROVAL_AND_FULL = new Situation(true, false, false);

    @Test
    void whereSomebodyStandsDecidesFirst() {
        assertThat(Stream.concat(Stream.of((StatusCode) null), Stream.of(StatusCode.values()))
                        .map(at -> "%-18s | %-16s | %-10s | %-4s | %s"
                                .formatted(
                                        at == null ? "-" : at,
                                        said(at, Rule.NONE, SEAT),
                                        said(at, Rule.NONE, WAITLIST),
                                        said(at, Rule.NONE, FULL),
                                        said(at, Rule.NONE, APPROVAL)))
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                    -                  | REGISTERED       | WAITLISTED | full | PENDING_APPROVAL
                    NOT_IN_PROGRAM     | REGISTERED       | WAITLISTED | full | PENDING_APPROVAL
                    INVITED            | REGISTERED       | WAITLISTED | full | PENDING_APPROVAL
                    PENDING_APPROVAL   | stays            | stays      | stays | stays
                    WAITLISTED         | stays            | stays      | stays | stays
                    REJECTED           | stays            | stays      | stays | stays
                    REGISTERED         | stays            | stays      | stays | stays
                    REGISTRATION_ERROR | REGISTERED       | REGISTERED | REGISTERED | REGISTERED
                    NO_SHOW            | stays            | stays      | stays | stays
                    ATTENDED_ON_DEMAND | stays            | stays      | stays | stays
                    ATTENDED           | stays            | stays      | stays | stays\
                    """);
    }

    @Test
    void aRuleDecidesByItselfForANewcomer() {
        assertThat(Stream.of(Rule.values())
                        .map(rule -> "%-15s | %-26s | %-26s | %s"
                                .formatted(
                                        rule,
                                        said(null, rule, APPROVAL),
                                        said(null, rule, WAITLIST),
                                        said(null, rule, APPROVAL_AND_FULL)))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                    NONE            | PENDING_APPROVAL           | WAITLISTED                 | PENDING_APPROVAL
                    DOMAIN_REFUSED  | REJECTED by DOMAIN_REFUSED | REJECTED by DOMAIN_REFUSED | REJECTED by DOMAIN_REFUSED
                    DOMAIN_ACCEPTED | REGISTERED by DOMAIN_ACCEPTED | WAITLISTED                 | PENDING_APPROVAL
                    INVITED         | REGISTERED by INVITED      | WAITLISTED                 | PENDING_APPROVAL
                    OWN_TEAM        | REGISTERED by OWN_TEAM     | WAITLISTED                 | PENDING_APPROVAL\
                    """);
    }

    @Test
    void aRuleNeverMovesSomebodyWhoStands() {
        assertThat(said(StatusCode.REGISTERED, Rule.DOMAIN_REFUSED, SEAT)).isEqualTo("stays");
        assertThat(said(StatusCode.REJECTED, Rule.OWN_TEAM, SEAT)).isEqualTo("stays");
        assertThat(said(StatusCode.PENDING_APPROVAL, Rule.INVITED, SEAT)).isEqualTo("stays");
    }

    @Test
    void beingApprovedIsDecidedAsIfNobodyHadToApprove() {
        assertThat(said(FirstStatus.approved(APPROVAL))).isEqualTo("REGISTERED");
        assertThat(said(FirstStatus.approved(new Situation(true, true, false)))).isEqualTo("WAITLISTED");
        assertThat(said(FirstStatus.approved(APPROVAL_AND_FULL))).isEqualTo("full");
    }

    private static String said(@Nullable StatusCode at, Rule rule, Situation now) {
        return said(FirstStatus.of(at, rule, now));
    }

    private static String said(Answer answer) {
        return switch (answer) {
            case Give(var to, var rule) -> rule == Rule.NONE ? to.name() : to + " by " + rule;
            case Stay stay -> "stays";
            case Full full -> "full";
        };
    }
}
