package rollcall.provider.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.Refusal;
import rollcall.provider.Reply;

class MistakesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.500Z");

    private static Reply reply(int status, String body, String... headers) {
        var all = new HttpHeaders();
        for (int n = 0; n < headers.length; n += 2) {
            all.add(headers[n], headers[n + 1]);
        }
        return new Reply(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String said(int code, String message) {
        return "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 | 3000  | This webinar does not have registration as required: 97.                  | REGISTRATION_CLOSED
        400 | 3000  | Registration not enabled for this webinar: 97                             | REGISTRATION_CLOSED
        400 | 404   | Registration has not been enabled for this webinar: 97                    | REGISTRATION_CLOSED
        400 | 3000  | You have reached the limit for the number of attendees you can add.       | CAPACITY_FULL
        400 | 3000  | The Zoom REST API does not support paid registration.                     | OTHER
        400 | 3000  | This registrant has been denied.                                          | PREVIOUSLY_DENIED
        404 | 3000  | Cannot access webinar info                                                | EVENT_NOT_FOUND
        400 | 3027  | Host cannot register.                                                     | HOST_OR_PANELIST
        400 | 3034  | If you have been invited, please input your work email address.           | EMAIL_REFUSED
        400 | 3035  | Webinar has reached maximum attendee capacity.                            | CAPACITY_FULL
        404 | 3043  | Webinar has reached maximum attendee capacity.                            | CAPACITY_FULL
        400 | 3038  | Webinar is over, you cannot register now.                                 | EVENT_OVER
        404 | 3001  | Webinar 97 not found or has expired.                                      | EVENT_NOT_FOUND
        403 | 3001  | Not allowed to access                                                     | EVENT_NOT_FOUND
        400 | 1010  | User does not belong to this account: 1                                   | EVENT_NOT_FOUND
        404 | 1001  | User x does not exist or does not belong to this account.                 | EVENT_NOT_FOUND
        400 | 300   | Invalid webinar ID.                                                       | EVENT_NOT_FOUND
        300 | 300   | Invalid webinar ID.                                                       | EVENT_NOT_FOUND
        400 | 300   | Invalid parameter: country                                                | INVALID_FIELD
        400 | 300   | This API can only be used for scheduled webinars (type 5).                | OTHER
        400 | 99999 | Something new.                                                            | OTHER
        """)
    void whatARefusalMeans(int status, int code, String message, String refusal) {
        assertThat(Mistakes.of(reply(status, said(code, message)), NOW)).isInstanceOfSatisfying(Rejected.class, no -> {
            assertThat(no.refusal()).hasToString(refusal);
            assertThat(no.words()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        401 | 124  | Invalid access token.                                | Barred
        401 | 4700 | Invalid access token, does not contain scopes.       | Barred
        400 | 4711 | Invalid access token, does not contain scopes.       | Barred
        400 | 200  | Webinar plan is missing.                             | Barred
        200 | 200  | The webinar plan subscription is missing.            | Barred
        403 | 0    | Forbidden                                            | Barred
        408 | 0    | Timeout                                              | Temporary
        423 | 0    | Locked                                               | Temporary
        503 | 0    | Away                                                 | Temporary
        500 | 0    | Broken                                               | Unclear
        500 | 3000 | Registration broke.                                  | Unclear
        502 | 0    | Gateway                                              | Unclear
        302 | 0    | Elsewhere                                            | Unclear
        404 | 0    | A page of a proxy                                    | Unclear
        """)
    void whatIsNoRefusal(int status, int code, String message, String kind) {
        var failure = Mistakes.of(reply(status, said(code, message)), NOW);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.words()).isEqualTo(message);
    }

    @Test
    void fieldsAreNamed() {
        var body =
                "{\"code\":300,\"message\":\"Validation Failed.\",\"errors\":[{\"field\":\"%s\",\"message\":\"%s\"}]}";
        assertThat(Mistakes.of(reply(400, body.formatted("email", "Invalid field.")), NOW))
                .isEqualTo(new Rejected(Refusal.INVALID_FIELD, "Validation Failed. email: Invalid field."));
        assertThat(Mistakes.of(reply(400, body.formatted("org", "This field is required.")), NOW))
                .isEqualTo(new Rejected(Refusal.MISSING_FIELD, "Validation Failed. org: This field is required."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        X-RateLimit-Reset | 1772442003           | 2026-03-02T09:00:03Z
        X-RateLimit-Reset | 1772441000           | 2026-03-02T09:00:01.500Z
        X-RateLimit-Reset | 99999999999999       | 2026-03-03T10:00:00Z
        Retry-After       | 2026-03-03T00:00:00Z | 2026-03-03T00:00:00Z
        Retry-After       | 90                   | 2026-03-02T09:01:30.500Z
        Retry-After       | soon                 | 2026-03-02T09:00:05.500Z
        X-RateLimit-Type  | Daily-limit          | 2026-03-03T00:00:00Z
        X-RateLimit-Type  | QPS                  | 2026-03-02T09:00:05.500Z
        """)
    void howLongThePauseIs(String header, String value, Instant until) {
        var reply = reply(429, said(429, "You have reached the maximum daily rate limit for this API."), header, value);
        assertThat(Mistakes.of(reply, NOW))
                .isEqualTo(new Throttled(until, "You have reached the maximum daily rate limit for this API."));
    }

    @Test
    void theLimitOfOneRegistrantIsNoPauseOfAll() {
        var words = "You have exceeded the daily rate limit of (3) for Add a webinar registrant API requests for the"
                + " registrant (ana@example.com).";
        var reply = reply(429, said(429, words), "Retry-After", "2026-03-03T00:00:00Z");
        assertThat(Limits.ofRegistrant(reply)).isTrue();
        assertThat(Mistakes.of(reply, NOW)).isEqualTo(new Temporary(words));
    }
}
