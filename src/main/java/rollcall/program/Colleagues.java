package rollcall.program;

import java.util.Collection;
import java.util.Map;

/**
 * How those who work here are reached. Declared here so that every room can ask; answered by the room that keeps
 * accounts.
 */
public interface Colleagues {

    /**
     * By the keys of actors, {@code account:12}; those who may not sign in, or who never could, are left out.
     *
     * @param keys a thousand at most
     */
    Map<String, Colleague> byKeys(Collection<String> keys);

    /**
     * @param language {@code en} or {@code sv}; empty when nothing was chosen
     * @param zone IANA name; empty when nothing was chosen
     */
    record Colleague(String email, String name, String language, String zone) {}
}
