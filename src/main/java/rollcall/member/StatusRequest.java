package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;
import rollcall.program.StatusCode;

/**
 * What is asked of {@link StatusChanges}: a status, by whom, through which way and why.
 *
 * @param to the key of the status asked for
 * @param reason stands in the history and on the member; empty when none is given; at most 500 characters
 * @param expected the key of the status that the asker saw; when the member has another one by now nothing is written.
 *     Null when it does not matter
 * @param requestId makes asking twice harmless: the second time answers what the first came to. Null for no such guard
 * @param fact whether this only reports what is so already elsewhere, so that no seat can be refused for it
 * @param ahead whether a manager lets somebody pass those who wait; needs a reason
 * @param jobId the job this is a part of; null for none
 */
public record StatusRequest(
        long programId,
        String to,
        String reason,
        Cause cause,
        Actor actor,
        @Nullable String expected,
        @Nullable String requestId,
        boolean fact,
        boolean ahead,
        @Nullable Long jobId) {

    /** The most characters that fit in a reason. */
    public static final int LONGEST_REASON = 500;

    public StatusRequest {
        requestId = RequestId.stored(requestId);
        reason = reason.strip();
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most 500 characters.");
        }
    }

    /** Whether this only says what is so at the provider already, so that the provider need not be told. */
    public boolean reported() {
        return fact || cause == Cause.PROVIDER;
    }

    public static StatusRequest of(long programId, String to, Cause cause, Actor actor) {
        return new StatusRequest(programId, to, "", cause, actor, null, null, false, false, null);
    }

    public static StatusRequest of(long programId, StatusCode to, Cause cause, Actor actor) {
        return of(programId, to.name(), cause, actor);
    }

    public StatusRequest because(String why) {
        return new StatusRequest(programId, to, why, cause, actor, expected, requestId, fact, ahead, jobId);
    }

    public StatusRequest expecting(@Nullable String status) {
        return new StatusRequest(programId, to, reason, cause, actor, status, requestId, fact, ahead, jobId);
    }

    public StatusRequest once(@Nullable String id) {
        return new StatusRequest(programId, to, reason, cause, actor, expected, id, fact, ahead, jobId);
    }

    public StatusRequest asFact() {
        return new StatusRequest(programId, to, reason, cause, actor, expected, requestId, true, ahead, jobId);
    }

    public StatusRequest aheadOfTheWaitlist(boolean tick) {
        return new StatusRequest(programId, to, reason, cause, actor, expected, requestId, fact, tick, jobId);
    }

    public StatusRequest partOf(long job) {
        return new StatusRequest(programId, to, reason, cause, actor, expected, requestId, fact, ahead, job);
    }
}
