package rollcall.program;

import java.util.Optional;

/** The ten statuses of a webinar that mean something to Rollcall itself; a channel may rename them but not remove them. */
public enum StatusCode {
    NOT_IN_PROGRAM,
    INVITED,
    PENDING_APPROVAL,
    WAITLISTED,
    REJECTED,
    REGISTERED,
    REGISTRATION_ERROR,
    NO_SHOW,
    ATTENDED_ON_DEMAND,
    ATTENDED;

    /** The code with that name, or nothing for the key of a status that a channel's owner added. */
    public static Optional<StatusCode> of(String key) {
        for (var code : values()) {
            if (code.name().equals(key)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
