package rollcall.member;

/** How a registration stands at the webinar provider. */
public enum Delivery {
    NONE,
    QUEUED,
    SENDING,
    ACCEPTED,
    RETRYING,
    REFUSED
}
