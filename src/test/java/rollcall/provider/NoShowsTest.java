package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoShowsTest {

    private static final Instant PLANNED = Instant.parse("2026-03-09T10:00:00Z");

    /** Rule 8. The event was planned to end at ten; the provider needs half an hour for its report. */
    @ParameterizedTest(name = "{0} at {1}, ended {2}, complete {3}, {4} live, confirmed {5}: {6}")
    @CsvSource(textBlock = """
        ENDED     , 10:30 , 10:00 , true  , 1 , false , MARKED
        ENDED     , 10:29 , 10:00 , true  , 1 , false , TOO_SOON
        ENDED     , 10:30 , 10:15 , true  , 1 , false , TOO_SOON
        ENDED     , 10:45 , 10:15 , true  , 1 , false , MARKED
        ENDED     , 09:45 , 09:15 , true  , 1 , false , MARKED
        ENDED     , 10:30 ,       , true  , 1 , false , MARKED
        ENDED     , 09:30 ,       , true  , 1 , false , TOO_SOON
        ENDED     , 10:30 , 10:00 , false , 1 , false , INCOMPLETE
        ENDED     , 10:30 , 10:00 , false , 0 , true  , INCOMPLETE
        ENDED     , 10:30 , 10:00 , true  , 0 , false , NOBODY_CAME
        ENDED     , 10:30 , 10:00 , true  , 0 , true  , MARKED
        ENDED     , 10:29 , 10:00 , true  , 0 , true  , TOO_SOON
        UNKNOWN   , 10:30 ,       , true  , 1 , false , MARKED
        UNKNOWN   , 09:59 ,       , true  , 1 , false , NOT_ENDED
        UNKNOWN   , 10:29 ,       , true  , 1 , false , TOO_SOON
        SCHEDULED , 12:00 ,       , true  , 1 , true  , NOT_ENDED
        LIVE      , 12:00 ,       , true  , 1 , true  , NOT_ENDED
        CANCELLED , 12:00 ,       , true  , 1 , true  , CALLED_OFF
        """)
    void whenThoseWhoDidNotComeAreMarked(
            EventDetails.State state,
            String at,
            String ended,
            boolean complete,
            int live,
            boolean confirmed,
            NoShows expected) {
        var now = instant(at);
        var details = new EventDetails("", null, ended == null ? null : instant(ended), null, state);
        var end = EventEnd.of(details, PLANNED, now);

        assertThat(NoShows.of(state, end, Duration.ofMinutes(30), now, complete, live, confirmed))
                .isEqualTo(expected);
    }

    private static Instant instant(String time) {
        return Instant.parse("2026-03-09T" + time + ":00Z");
    }
}
