package rollcall.campaign;

import java.util.Collection;
import java.util.List;

/** What a form ticks, in an order that does not depend on how a set was made. */
final class Keys {

    private Keys() {}

    static List<String> sorted(Collection<String> keys) {
        return keys.stream().sorted().toList();
    }

    static <E extends Enum<E>> List<String> names(Collection<E> all) {
        return all.stream().sorted().map(Enum::name).toList();
    }
}
