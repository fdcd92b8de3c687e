package rollcall.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param after the key of the next page; null when this is the last one
 * @param before the key of the previous page; null when this is the first one
 */
public record MemberPage(List<MemberLine> lines, @Nullable String after, @Nullable String before) {}
