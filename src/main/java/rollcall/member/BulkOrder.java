package rollcall.member;

import rollcall.job.Job;

/** A bulk change as it stands on its job, until the job has ended. */
record BulkOrder(String to, String reason, Cause cause, boolean ahead) {

    static BulkOrder of(StatusRequest request) {
        return new BulkOrder(request.to(), request.reason(), request.cause(), request.ahead());
    }

    StatusRequest request(long programId, Job job) {
        return StatusRequest.of(programId, to, cause, job.by())
                .because(reason)
                .aheadOfTheWaitlist(ahead)
                .partOf(job.id());
    }
}
