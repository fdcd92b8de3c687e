package rollcall.provider.teams;

import java.util.ArrayList;
import java.util.List;

/** Goes through something long, a part at a time. */
interface Walk<T> {

    /**
     * The next part; it may be empty although more follows.
     *
     * @throws rollcall.provider.ProviderTrouble when it cannot be had now; asked again, the same part comes
     */
    List<T> step();

    /** Whether there is nothing more. */
    boolean over();

    /** Whether what came is all that there will ever be; means nothing before it is over. */
    default boolean complete() {
        return true;
    }

    /** All that is left, which is little. */
    default List<T> rest() {
        var all = new ArrayList<T>();
        while (!over()) {
            all.addAll(step());
        }
        return all;
    }
}
