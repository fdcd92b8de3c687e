package rollcall.member;

import org.jspecify.annotations.Nullable;

/** Seats of a program. {@code capacity} is null for no limit. */
public record SeatCount(@Nullable Integer capacity, int taken) {

    /** How many seats are free, never below zero; null without a limit. */
    public @Nullable Integer free() {
        return capacity == null ? null : Math.max(0, capacity - taken);
    }

    /** By how many the program is overbooked. */
    public int over() {
        return capacity == null ? 0 : Math.max(0, taken - capacity);
    }
}
