package rollcall.mail;

import java.util.List;
import java.util.Map;

/** What sends templates. Each room that does declares a bean of this type, and pages show it beside the template. */
public interface TemplateUses {

    /** What sends which template in that program, by template; those that nothing sends are left out. */
    Map<Long, List<Use>> in(long programId);

    /**
     * @param name as people read it
     * @param address within the application, from the root
     */
    record Use(String name, String address) {}
}
