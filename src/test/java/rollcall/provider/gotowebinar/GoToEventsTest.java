package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import rollcall.provider.Heard;
import rollcall.provider.Knock;

class GoToEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private final GoToEvents events = new GoToEvents("long-and-made-up");

    private Heard hear(Map<String, String> query, String body) {
        return events.hear(new Knock(new HttpHeaders(), query, body.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    private Heard hear(String body) {
        return hear(Map.of("key", "long-and-made-up"), body);
    }

    @Test
    void onlyTheSecretInTheAddressProvesIt() {
        var body = """
            {"eventName":"registrant.added","webinarKey":"42"}\
            """;
        for (var query : List.of(Map.<String, String>of(), Map.of("key", ""), Map.of("key", "long-and-made-u"))) {
            assertThat(hear(query, body)).isInstanceOf(Heard.Nobody.class);
        }
        assertThat(hear(body)).isInstanceOf(Heard.News.class);
    }

    @Test
    void tellsWhatIsToBeReadAgain() {
        assertThat(hear("""
            {"eventName":"registrant.added","product":"g2w","webinarKey":9007199254740993,"status":"Cancelled",
             "email":"ana@example.com"}\
            """))
                .isEqualTo(new Heard.News(List.of(new Heard.Item("9007199254740993", Heard.What.REGISTRATIONS, NOW))));
        assertThat(hear("""
            {"eventName":"webinar.changed","webinarKey":"42"}\
            """)).isEqualTo(new Heard.News(List.of(new Heard.Item("42", Heard.What.CHANGED, NOW))));
    }

    @Test
    void whatSaysNothingOfUseIsTakenAllTheSame() {
        for (var body :
                List.of("", "nonsense", "[]", "{\"eventName\":\"survey.submitted\",\"webinarKey\":\"42\"}", "{}")) {
            assertThat(hear(body)).isEqualTo(new Heard.News(List.of()));
        }
    }
}
