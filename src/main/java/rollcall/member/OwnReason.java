package rollcall.member;

import java.util.Arrays;
import java.util.Optional;

/**
 * A status reason that is Rollcall's own and not somebody's words. It is stored as a code, and {@link ReasonWords} says it
 * in the reader's language.
 */
public enum OwnReason {
    /** The organizer turned them down at the provider, who says no more about it. */
    DENIED,
    /** They cancelled at the provider, who says no more about it. */
    CANCELLED,
    /** They cancelled by their own link. */
    CANCELLED_BY_REGISTRANT,
    /** The provider refused them without a word. */
    REFUSED,
    /** The provider did not answer for a day, so that nobody knows whether it has them. */
    NO_ANSWER,
    /** The provider said for a day that it cannot at the moment, and no more about it. */
    UNABLE,
    /** They wait at the provider for its organizer, whom Rollcall cannot ask. */
    WAITS_FOR_ORGANIZER,
    /** Their record became part of another one. */
    MERGED,
    /** They were erased, and with them what had been typed. */
    ERASED;

    /** As it stands where a reason is stored; nobody types that. */
    public String stored() {
        return "{" + name() + "}";
    }

    /** Those words, unless there are none. */
    public String unless(String words) {
        return words.isBlank() ? stored() : words;
    }

    static Optional<OwnReason> of(String stored) {
        return Arrays.stream(values())
                .filter(one -> one.stored().equals(stored))
                .findFirst();
    }
}
