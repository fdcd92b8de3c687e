package rollcall.provider;

import org.jspecify.annotations.Nullable;

/**
 * A registrant as the provider knows them.
 *
 * @param registrantId the provider's own id; null where it goes by the address alone
 */
public record RegistrantRef(@Nullable String registrantId, String email) {}
