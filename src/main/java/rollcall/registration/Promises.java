package rollcall.registration;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import rollcall.program.AnswersByMail;
import rollcall.program.AnswersByMail.To;
import rollcall.program.Program;

/** What a program's page may promise. The same for whoever reads it, so that nobody learns from it who is registered. */
@Component
class Promises {

    private final AnswersByMail answers;

    Promises(AnswersByMail answers) {
        this.answers = answers;
    }

    /** Whether everybody who fills out the form gets a mail, whatever it comes to. */
    boolean mail(RegistrationPage page, Program program) {
        return missing(page, program).isEmpty();
    }

    /** What the form may come to without any mail that tells of it. */
    Set<To> missing(RegistrationPage page, Program program) {
        var missing = EnumSet.noneOf(To.class);
        missing.addAll(answers.missing(program.key()));
        missing.removeIf(to -> !possible(to, page, program));
        return missing;
    }

    private static boolean possible(To to, RegistrationPage page, Program program) {
        return switch (to) {
            case REGISTERED, AGAIN -> true;
            case PENDING_APPROVAL -> program.approvalRequired();
            case WAITLISTED -> program.waitlistOn() && program.limited();
            case REJECTED -> !page.rules().refused().isEmpty();
        };
    }
}
