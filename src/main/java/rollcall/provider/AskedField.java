package rollcall.provider;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rollcall.person.PersonField;

/**
 * What an event requires of everybody who registers, as it says itself.
 *
 * @param name as people read it; an answer under that name goes there
 * @param field what is kept of a person and goes there; null when only an answer can
 */
public record AskedField(String name, @Nullable PersonField field) {

    /** How names are compared: without case, spaces and punctuation. */
    static String key(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
