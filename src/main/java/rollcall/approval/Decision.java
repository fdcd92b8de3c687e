package rollcall.approval;

import java.time.Instant;
import rollcall.program.Actor;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * What was decided on somebody who was pending.
 *
 * @param reason empty when none was given
 */
record Decision(long id, Status to, String reason, Source source, Actor by, Instant at) {

    public boolean rejected() {
        return to.is(StatusCode.REJECTED);
    }
}
