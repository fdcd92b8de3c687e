package rollcall.approval;

import java.time.Duration;

/** How long somebody has waited, as roughly as people say it. */
record Age(String unit, long number) {

    static Age of(Duration waited) {
        if (waited.toDays() > 0) {
            return new Age("days", waited.toDays());
        }
        return waited.toHours() > 0
                ? new Age("hours", waited.toHours())
                : new Age("minutes", Math.max(0, waited.toMinutes()));
    }
}
