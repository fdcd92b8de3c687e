package rollcall.provider;

/**
 * The provider's webinar that a program is.
 *
 * @param kind the provider's, as in {@link WebinarProvider#kind}
 * @param externalId the provider's own id of the event
 */
public record EventRef(String kind, String externalId) {}
