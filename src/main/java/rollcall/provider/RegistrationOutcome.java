package rollcall.provider;

import org.jspecify.annotations.Nullable;

/** What came of registering somebody. */
public sealed interface RegistrationOutcome {

    /**
     * They are in.
     *
     * @param link null where the provider has none, or none yet
     * @param duplicate whether they were in before
     */
    record Accepted(RegistrantRef registrant, @Nullable JoinLink link, boolean duplicate)
            implements RegistrationOutcome {}

    /** They wait there for the organizer, or for a seat. */
    record Pending(RegistrantRef registrant) implements RegistrationOutcome {}

    record Failed(ProviderFailure failure) implements RegistrationOutcome {}
}
