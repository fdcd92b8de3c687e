package rollcall.job;

/** A worker cannot go on; the message is fit to be shown to the person who started the job. */
public class JobFailed extends RuntimeException {

    public JobFailed(String message) {
        super(message);
    }
}
