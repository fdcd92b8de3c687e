package rollcall.job;

/** A worker cannot go on, for a reason that can be told to those who look at the job. */
public class JobFailed extends RuntimeException {

    /** @param messageKey the key of the message that says why */
    public JobFailed(String messageKey) {
        super(messageKey);
    }
}
