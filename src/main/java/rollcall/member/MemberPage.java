package rollcall.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param after the key of the next page; null when this is the last one
 * @param before the key of the previous page; null when this is the first one
 */
public record MemberPage(
        List<MemberLine> lines,
        @Nullable String after,
        @Nullable String before) {

    /**
     * @param read one line more than fits, when there is one, in the direction that was read
     * @param started whether there is something on the other side of where reading began
     */
    static MemberPage of(List<MemberLine> read, int size, MemberSort sort, boolean forward, boolean started) {
        var more = read.size() > size;
        var cut = more ? read.subList(0, size) : read;
        var lines = forward ? cut : cut.reversed();
        if (lines.isEmpty()) {
            return new MemberPage(List.of(), null, null);
        }
        var hasNext = forward ? more : started;
        var hasPrevious = forward ? started : more;
        return new MemberPage(
                List.copyOf(lines),
                hasNext ? sort.key(lines.getLast()) : null,
                hasPrevious ? sort.key(lines.getFirst()) : null);
    }
}
