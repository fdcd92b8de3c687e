package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import rollcall.provider.Heard;
import rollcall.provider.Knock;

class NotificationsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private static final String ONE = """
        {"subscriptionId":"s-1","clientState":"%s","changeType":"updated","tenantId":"t-1","resource":"%s",
         "resourceData":{"@odata.type":"#microsoft.graph.virtualEventRegistration","id":"x"}}\
        """;

    private final Notifications notifications = new Notifications("made-up");

    private Heard hear(Map<String, String> query, String body) {
        return notifications.hear(new Knock(new HttpHeaders(), query, body.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    private Heard hear(String... some) {
        return hear(Map.of(), "{\"value\":[" + String.join(",", some) + "]}");
    }

    @Test
    void theTokenIsSentBackAsPlainText() {
        assertThat(hear(Map.of("validationToken", "Validation: a+b<c>"), ""))
                .isEqualTo(new Heard.Challenge("text/plain", "Validation: a+b<c>"));
        assertThat(hear(Map.of("validationToken", "x".repeat(2_001)), "")).isInstanceOf(Heard.Nobody.class);
    }

    @Test
    void tellsWhichWebinarIsToBeReadAgain() {
        assertThat(hear(
                        ONE.formatted("made-up", "solutions/virtualEvents/webinars/f4b3@a1a5/registrations/reg-1"),
                        ONE.formatted("made-up", "solutions/virtualEvents/webinars('f4b3@a1a5')")))
                .isEqualTo(new Heard.News(List.of(
                        new Heard.Item("f4b3@a1a5", Heard.What.REGISTRATIONS, NOW),
                        new Heard.Item("f4b3@a1a5", Heard.What.CHANGED, NOW))));
    }

    @Test
    void oneWithoutTheClientStateMakesAllOfItNobodys() {
        var right = ONE.formatted("made-up", "solutions/virtualEvents/webinars/w/registrations");
        assertThat(hear(right, ONE.formatted("other", "solutions/virtualEvents/webinars/w/registrations")))
                .isInstanceOf(Heard.Nobody.class);
        assertThat(hear()).isInstanceOf(Heard.Nobody.class);
        assertThat(hear(Map.of(), "nonsense")).isInstanceOf(Heard.Nobody.class);
    }

    @Test
    void whatIsSaidOfASubscriptionItselfNamesIt() {
        var lifecycle = """
            {"subscriptionId":"s-%d","clientState":"made-up","lifecycleEvent":"%s","tenantId":"t-1"}\
            """;
        assertThat(hear(
                        lifecycle.formatted(1, "reauthorizationRequired"),
                        lifecycle.formatted(2, "subscriptionRemoved"),
                        lifecycle.formatted(3, "missed"),
                        lifecycle.formatted(4, "somethingNew")))
                .isEqualTo(new Heard.News(List.of(
                        new Heard.Item("s-1", Heard.What.SUBSCRIPTION_ENDS, NOW),
                        new Heard.Item("s-2", Heard.What.SUBSCRIPTION_LOST, NOW),
                        new Heard.Item("s-3", Heard.What.MISSED, NOW))));
        assertThat(hear(lifecycle.formatted(1, "missed").replace("made-up", "other")))
                .isInstanceOf(Heard.Nobody.class);
    }

    @Test
    void ofAnythingElseItSaysNothing() {
        assertThat(hear(ONE.formatted("made-up", "users/ada/messages/1"))).isEqualTo(new Heard.News(List.of()));
    }
}
