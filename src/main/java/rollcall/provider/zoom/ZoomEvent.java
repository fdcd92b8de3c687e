package rollcall.provider.zoom;

import java.time.Instant;

/** Something that came to where Zoom says by itself what happens. */
sealed interface ZoomEvent {

    /** Not proved to be Zoom's, or too old: to be refused, and not looked at any further. */
    record Forged() implements ZoomEvent {}

    /** Zoom's, and of no use here. */
    record Senseless() implements ZoomEvent {}

    /** @param reply the JSON with which to answer at once */
    record Challenge(String reply) implements ZoomEvent {}

    /**
     * A hint that something happened; what really is, is to be read. Events come in any order, and more than once.
     *
     * @param event such as {@code webinar.registration_cancelled} or {@code webinar.ended}
     * @param uuid of the run; empty when Zoom does not say
     * @param registrantId empty when it is about nobody, or Zoom does not say
     * @param key the same for the same event
     */
    record Told(String event, String webinarId, String uuid, String registrantId, String email, Instant at, String key)
            implements ZoomEvent {}
}
