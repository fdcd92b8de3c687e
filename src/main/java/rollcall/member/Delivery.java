package rollcall.member;

/** How a registration stands at the webinar provider. */
public enum Delivery {
    NONE,
    QUEUED,
    SENDING,
    ACCEPTED,
    RETRYING,
    REFUSED;

    /** Whether the provider has not said yes or no yet. */
    public boolean open() {
        return this == QUEUED || this == SENDING || this == RETRYING;
    }

    /** Whether that may be over in seconds, so that it is worth looking again. */
    public boolean underway() {
        return this == QUEUED || this == SENDING;
    }
}
