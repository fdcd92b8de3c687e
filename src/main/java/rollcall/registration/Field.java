package rollcall.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a registration form asks for.
 *
 * @param key what the input is called, also on forms on other sites; never changes and is never used again
 * @param name under which name answers stand on memberships, in lists and in files; never changes; empty for what is kept
 *     of the person
 * @param label what the question says; empty for what is kept of the person, which the house has words for
 * @param help what stands below the label; empty for nothing
 * @param wording what a consent consents to, kept with each answer; empty for all other kinds
 * @param options what can be chosen, in order; empty for kinds without choices
 * @param provided whether the form asks for it only because the program's provider must be told
 */
public record Field(
        String key,
        FieldKind kind,
        String name,
        String label,
        String help,
        String wording,
        boolean required,
        List<String> options,
        boolean provided) {

    static Field of(FieldKind kind, boolean required) {
        var person = kind.person();
        if (person == null) {
            throw new IllegalArgumentException("A question has a name.");
        }
        return new Field(person.fieldName(), kind, "", "", "", "", required, List.of(), false);
    }

    Field demanded(boolean added) {
        return new Field(key, kind, name, label, help, wording, true, options, added);
    }

    Field saying(String other) {
        return new Field(key, kind, name, label, help, other, required, options, provided);
    }

    /** The most characters of one thing that is typed or chosen. */
    public int longest() {
        return kind.longest();
    }

    /** Whether it is shown as a group of inputs instead of one. */
    public boolean group() {
        return kind.choices() || kind == FieldKind.YES_NO;
    }

    /** The id of its input, or of the first one of a group. */
    public String inputId() {
        return "f-" + key;
    }

    /** What can be chosen; yes and no where nothing else is offered. */
    public List<String> choices() {
        return kind == FieldKind.YES_NO ? List.of(Filled.YES, Filled.NO) : options;
    }

    /** The ids of what describes its input; null when nothing does. */
    public @Nullable String describedBy(boolean wrong) {
        var hint = help.isEmpty() ? "" : inputId() + "-hint";
        var ids = (wrong ? inputId() + "-error " + hint : hint).strip();
        return ids.isEmpty() ? null : ids;
    }
}
