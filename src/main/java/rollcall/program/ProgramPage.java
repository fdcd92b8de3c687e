package rollcall.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of programs.
 *
 * @param after the key of the next page; null when this is the last one
 * @param before the key of the previous page; null when this is the first one
 */
public record ProgramPage(
        List<Program> programs,
        @Nullable String after,
        @Nullable String before) {}
