package rollcall.member;

/** What became of a confirmed bulk change: done in one transaction, or begun as a job. */
public sealed interface Confirmed {

    record Done(ChangeSet changeSet) implements Confirmed {}

    record Running(long jobId) implements Confirmed {}
}
