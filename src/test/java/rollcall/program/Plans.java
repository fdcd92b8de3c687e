package rollcall.program;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import rollcall.testing.TestClock;

/** What programs in tests are made of. */
public final class Plans {

    public static ProgramPlan named(String name) {
        return limited(name, null);
    }

    /** A week after the test clock's start, one hour long, in Stockholm. */
    public static ProgramPlan limited(String name, @Nullable Integer capacity) {
        var start = TestClock.START.plus(Duration.ofDays(7));
        return new ProgramPlan(
                name,
                "",
                start,
                start.plus(Duration.ofHours(1)),
                ZoneId.of("Europe/Stockholm"),
                capacity,
                false,
                true,
                false,
                "https://webinars.example.org/"
                        + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    }

    private Plans() {}
}
