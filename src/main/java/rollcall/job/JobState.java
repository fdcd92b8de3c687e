package rollcall.job;

/** Where a job stands. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    public boolean ended() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
