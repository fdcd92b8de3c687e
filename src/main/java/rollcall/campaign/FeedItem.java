package rollcall.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that campaigns have not heard of yet.
 *
 * @param changeSetId for {@link FeedKind#STATUSES_CHANGED}; for the others members are named one by one, or nobody is
 * @param campaignId for {@link FeedKind#REQUESTED}
 * @param level how many campaigns led to one another on the way here
 * @param accepted whether whoever became Registered was accepted at once
 */
record FeedItem(
        long id,
        long programId,
        FeedKind kind,
        @Nullable Long changeSetId,
        @Nullable Long campaignId,
        int level,
        boolean accepted,
        Instant happenedAt) {}
