package rollcall.provider;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody attended, all their visits taken together.
 *
 * @param memberId ours, where the provider kept it
 * @param registrantId the provider's; null for somebody who came without registering
 * @param email empty when the provider does not say
 * @param from when they first came; null when the provider does not say
 * @param attended how long they were there in all
 */
public record AttendanceRecord(
        @Nullable Long memberId,
        @Nullable String registrantId,
        String email,
        String name,
        @Nullable Instant from,
        Duration attended) {}
