package rollcall.program;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a time that somebody reads off a wall comes to in a time zone: one instant, or none while the clocks go forward,
 * or two while they go back.
 */
sealed interface WallClock {

    record Once(Instant at) implements WallClock {}

    /** The clocks skip this time; {@code before} and {@code after} lie as far outside the gap as the gap is wide. */
    record Never(LocalDateTime before, LocalDateTime after) implements WallClock {}

    /** The clocks show this time twice. */
    record Twice(OffsetDateTime first, OffsetDateTime second) implements WallClock {

        /** The one with that offset, as {@code +02:00}; null for any other text. */
        @Nullable
        Instant with(String offset) {
            if (first.getOffset().getId().equals(offset)) {
                return first.toInstant();
            }
            return second.getOffset().getId().equals(offset) ? second.toInstant() : null;
        }
    }

    static WallClock read(LocalDateTime local, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> never(local, zone);
            case 1 -> new Once(local.toInstant(offsets.getFirst()));
            default -> new Twice(local.atOffset(offsets.getFirst()), local.atOffset(offsets.getLast()));
        };
    }

    private static Never never(LocalDateTime local, ZoneId zone) {
        var width = zone.getRules().getTransition(local).getDuration();
        return new Never(local.minus(width), local.plus(width));
    }
}
