package rollcall.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What a program asks of people who register.
 *
 * @param fields in the order in which they are asked
 */
public record Form(List<Field> fields) {

    /** What is asked as long as nobody has said otherwise. */
    static final Form USUAL =
            new Form(FieldKind.ALWAYS.stream().map(kind -> Field.of(kind, true)).toList());

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** As it looks before anything is typed. */
    public Filled empty() {
        return new Filled(this, Map.of(), List.of());
    }

    /** What somebody sent, checked; parameters that are no fields are left alone. */
    public Filled read(MultiValueMap<String, String> sent) {
        return new FormReader(sent).read(this);
    }

    /** As it looks with that filled in; nothing is checked. */
    Filled with(Map<String, List<String>> typed) {
        return new Filled(this, typed, List.of());
    }

    Form without(FieldKind kind) {
        return new Form(fields.stream().filter(field -> field.kind() != kind).toList());
    }
}
