package rollcall.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a provider has to tell.
 *
 * @param next the cursor of the part that follows, at most 100 characters; null when this is the last
 * @param complete whether the provider says that, with this part, it has told all there will be
 */
public record Page<T>(List<T> items, @Nullable String next, boolean complete) {}
