package rollcall.member;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.job.Job;
import rollcall.program.Actor;
import rollcall.program.StatusCode;

/** The correction of a mistake with many members as it stands on its job; one of the two is what is corrected. */
record CorrectionOrder(@Nullable Long changeSet, @Nullable Long job, String reason, boolean ahead) {

    static CorrectionOrder of(StatusRequest request, Mistake mistake) {
        return switch (mistake) {
            case Mistake.OfChangeSet(var id) -> new CorrectionOrder(id, null, request.reason(), request.ahead());
            case Mistake.OfJob(var id) -> new CorrectionOrder(null, id, request.reason(), request.ahead());
        };
    }

    Mistake mistake() {
        if (changeSet != null) {
            return new Mistake.OfChangeSet(changeSet);
        }
        return new Mistake.OfJob(Objects.requireNonNull(job));
    }

    StatusRequest request(long programId, Job running) {
        return request(programId, running.by())
                .because(reason)
                .aheadOfTheWaitlist(ahead)
                .partOf(running.id());
    }

    /** Each member goes where they belong, so the request names only the way that all of them take. */
    static StatusRequest request(long programId, Actor who) {
        return StatusRequest.of(programId, StatusCode.NOT_IN_PROGRAM, Cause.PERSON, who);
    }
}
