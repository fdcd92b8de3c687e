package rollcall.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People that stand on one page.
 *
 * @param before the key of the page before this one; null on the first
 * @param after the key of the page behind this one; null on the last
 */
public record PersonPage(
        List<PersonLine> lines,
        @Nullable Long before,
        @Nullable Long after) {}
