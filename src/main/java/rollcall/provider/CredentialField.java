package rollcall.provider;

/**
 * One thing that a connection has to hold. Its label is the message {@code provider.<kind>.<name>}, with
 * {@code …<name>.hint} where something is to be said about it.
 *
 * @param name as it stands in the configuration, such as {@code client-id}
 * @param secret whether no page ever shows more than its end
 * @param required whether there is no connection without it
 */
public record CredentialField(String name, boolean secret, boolean required) {

    public static CredentialField open(String name) {
        return new CredentialField(name, false, true);
    }

    public static CredentialField secret(String name) {
        return new CredentialField(name, true, true);
    }

    public static CredentialField optional(String name) {
        return new CredentialField(name, false, false);
    }
}
