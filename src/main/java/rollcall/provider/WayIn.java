package rollcall.provider;

import java.net.URI;

/** Where a member's link leads at this moment. */
sealed interface WayIn {

    /** Into the webinar. */
    record Enter(URI address) implements WayIn {}

    /** It is too early; it opens {@link WaysIn#DOORS_OPEN} before the start. */
    record TooEarly() implements WayIn {}

    /** The provider has not answered yet. */
    record NotReady() implements WayIn {}

    /** They are not registered: they wait, were turned down, or their registration failed. */
    record NotRegistered() implements WayIn {}
}
