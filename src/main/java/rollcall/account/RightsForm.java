package rollcall.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rights that an administrator chose for somebody. A role in a single program stands in two lists, at the same place
 * in both; lines without a program or a role count for nothing.
 *
 * @param version of the account as the administrator saw it
 * @param everywhere {@code ADMINISTRATOR}, or the name of a role, or empty for none
 */
record RightsForm(
        int version,
        @Nullable String everywhere,
        @Nullable List<String> grantProgram,
        @Nullable List<String> grantRole) {

    static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** One line of the form. */
    record Grant(String program, String role) {}

    static RightsForm of(Account account) {
        var rights = account.rights();
        var named = new TreeMap<>(rights.named());
        return new RightsForm(
                account.version(),
                everywhere(rights),
                named.keySet().stream().map(String::valueOf).toList(),
                named.values().stream().map(Role::name).toList());
    }

    private static String everywhere(Rights rights) {
        if (rights.administrator()) {
            return ADMINISTRATOR;
        }
        return rights.everywhere() == null ? "" : rights.everywhere().name();
    }

    /** The lines that say something. */
    private List<Grant> said() {
        var grants = new ArrayList<Grant>();
        if (grantProgram != null && grantRole != null) {
            for (int i = 0; i < Math.min(grantProgram.size(), grantRole.size()); i++) {
                if (!grantProgram.get(i).isEmpty() && !grantRole.get(i).isEmpty()) {
                    grants.add(new Grant(grantProgram.get(i), grantRole.get(i)));
                }
            }
        }
        return grants;
    }

    /** Every line that says something, and an empty one to add another. */
    List<Grant> lines() {
        var lines = said();
        lines.add(new Grant("", ""));
        return lines;
    }

    /**
     * The rights that were chosen.
     *
     * @param programs which programs there are: a role in any other counts for nothing
     */
    Rights rights(Map<Long, String> programs) {
        var named = new LinkedHashMap<Long, Role>();
        for (var grant : said()) {
            var role = role(grant.role());
            programs.keySet().stream()
                    .filter(id -> role != null && id.toString().equals(grant.program()))
                    .forEach(id -> named.put(id, role));
        }
        return new Rights(ADMINISTRATOR.equals(everywhere), role(everywhere), named);
    }

    private static @Nullable Role role(@Nullable String name) {
        for (var role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        return null;
    }
}
