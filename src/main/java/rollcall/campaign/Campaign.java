package rollcall.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When this happens, do that.
 *
 * @param version counts its savings; whoever comes in goes through this one
 * @param recipe the recipe it came with; null for one that somebody made
 * @param pausedWhy the key of a message, when nobody paused it by hand
 * @param nextRunAt by the clock; null for never
 * @param ended of those who came in since it was switched on, how many are through
 * @param failed and how many of these failed
 */
public record Campaign(
        long id,
        long programId,
        int version,
        String name,
        @Nullable String recipe,
        CampaignState state,
        @Nullable String pausedWhy,
        @Nullable Instant onSince,
        @Nullable Instant nextRunAt,
        int ended,
        int failed,
        Definition definition) {}
