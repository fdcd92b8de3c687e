package rollcall.approval;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.web.PlainText;

/**
 * For how long somebody puts a decision off, and why.
 *
 * @param hours one of {@link #CHOICES}; anything else counts as the first
 */
record DeferralForm(
        @Nullable Integer hours,

        @Size(max = 500, message = "{member.reason.too-long}") @PlainText
        String note) {

    /** A few hours, a day, three days, a week. */
    static final List<Integer> CHOICES = List.of(24, 4, 72, 168);

    DeferralForm {
        hours = hours != null && CHOICES.contains(hours) ? hours : CHOICES.getFirst();
        note = Objects.requireNonNullElse(note, "").strip();
    }

    Instant until(Instant now) {
        return now.plus(Duration.ofHours(Objects.requireNonNull(hours))).truncatedTo(ChronoUnit.MICROS);
    }
}
