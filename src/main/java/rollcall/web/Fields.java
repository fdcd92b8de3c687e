package rollcall.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What form fields need to know of themselves. Templates call this bean {@code fields}. */
@Component("fields")
class Fields {

    /** The ids of what describes a field, for {@code aria-describedby}; null when nothing does. */
    public @Nullable String describedBy(String field, @Nullable Object hint, boolean wrong) {
        if (wrong) {
            return hint == null ? field + "-error" : field + "-error " + field + "-hint";
        }
        return hint == null ? null : field + "-hint";
    }
}
