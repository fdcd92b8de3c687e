package rollcall.provider;

import java.util.Map;

/** What opens connections, for the rooms of the providers. */
public interface ProviderKeys {

    /**
     * The connection, which is in use.
     *
     * @throws ProviderTrouble barred, when there is none or it is switched off
     */
    Connection connection(long id);

    /**
     * What opens it, by the names of its {@link WebinarProvider#credentials}, and what was kept beside.
     *
     * @throws ProviderTrouble barred, as above, or when it cannot be read any more
     */
    Map<String, String> of(long connectionId);

    /** Keeps what the provider gave us to come back with, beside what was typed. */
    void keep(long connectionId, Map<String, String> given);
}
