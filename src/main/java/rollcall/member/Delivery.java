package rollcall.member;

import java.util.Arrays;
import java.util.Optional;

/** How a registration stands at the webinar provider. */
public enum Delivery {
    NONE,
    QUEUED,
    SENDING,
    ACCEPTED,
    RETRYING,
    REFUSED;

    /** Empty for a word that is none of these. */
    static Optional<Delivery> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    /** Whether the provider has not said yes or no yet. */
    public boolean open() {
        return this == QUEUED || this == SENDING || this == RETRYING;
    }

    /** Whether that may be over in seconds, so that it is worth looking again. */
    public boolean underway() {
        return this == QUEUED || this == SENDING;
    }
}
