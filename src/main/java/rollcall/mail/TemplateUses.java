package rollcall.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What templates are used for. Each room that sends by templates may declare a bean of this type, and pages show it. */
public interface TemplateUses {

    /**
     * By template; those that are used for nothing are left out.
     *
     * @param templateIds a thousand at most
     */
    Map<Long, List<Use>> of(Collection<Long> templateIds);

    /**
     * @param name as people read it
     * @param address within the application, from the root
     */
    record Use(String name, String address) {}
}
