package rollcall.program;

import java.util.Set;

/** Whether people hear by mail what became of their registration. The room that sees to mails declares a bean of this type. */
public interface AnswersByMail {

    /** What filling out the form comes to for somebody. */
    enum To {
        REGISTERED,
        PENDING_APPROVAL,
        WAITLISTED,
        REJECTED,
        /** Somebody was in the program already; nothing changed. */
        AGAIN
    }

    /** What no mail tells of as the program is set up now, whoever registers. */
    Set<To> missing(long programId);
}
