package rollcall.campaign;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How many campaigns led to one another, up to what this thread does at the moment: so that none go in circles. */
@Component
class Depth {

    /** So many may lead to one another without a wait. */
    static final int MOST = 3;

    private final ThreadLocal<Integer> level = ThreadLocal.withInitial(() -> 0);

    int now() {
        return level.get();
    }

    /** Whatever happens meanwhile happens at that level. */
    <T> T at(int deeper, Supplier<T> work) {
        int before = level.get();
        level.set(deeper);
        try {
            return work.get();
        } finally {
            level.set(before);
        }
    }
}
