package rollcall.provider.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import rollcall.provider.Heard;
import rollcall.provider.Knock;
import rollcall.provider.zoom.ZoomEvent.Challenge;
import rollcall.provider.zoom.ZoomEvent.Forged;
import rollcall.provider.zoom.ZoomEvent.Senseless;
import rollcall.provider.zoom.ZoomEvent.Told;

class ZoomEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SECRET = "s3cret";
    private static final String CREATED = """
        {"event":"webinar.registration_created","event_ts":1772400000000,"payload":{"account_id":"A1","object":\
        {"uuid":"u==","id":97000000001,"registrant":{"id":"r9Tbo","email":"ana@example.com","status":"approved"}}}}\
        """;

    private final ZoomEvents events = new ZoomEvents(SECRET);

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    private ZoomEvent read(@Nullable String timestamp, @Nullable String signature, String body) {
        return events.read(timestamp, signature, body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private ZoomEvent signed(Instant at, String body) {
        var timestamp = Long.toString(at.getEpochSecond());
        return read(timestamp, "v0=" + hmac(SECRET, "v0:" + timestamp + ":" + body), body);
    }

    @Test
    void whatZoomSignedIsRead() {
        assertThat(signed(NOW, CREATED))
                .isEqualTo(new Told(
                        "webinar.registration_created",
                        "97000000001",
                        "u==",
                        "r9Tbo",
                        "ana@example.com",
                        Instant.ofEpochMilli(1772400000000L),
                        "webinar.registration_created|97000000001|1772400000000|r9Tbo"));
    }

    @Test
    void whoTookPartIsReadAndAnIdMayBeAText() {
        var left = """
            {"event":"webinar.participant_left","event_ts":7,"payload":{"object":{"uuid":"u==","id":"970",\
            "participant":{"user_id":"16","user_name":"Ana","email":"","registrant_id":"r1"}}}}\
            """;
        assertThat(signed(NOW, left)).isInstanceOfSatisfying(Told.class, told -> {
            assertThat(told.webinarId()).isEqualTo("970");
            assertThat(told.registrantId()).isEqualTo("r1");
        });
    }

    @ParameterizedTest
    @CsvSource({"PT0S,true", "PT-5M,true", "PT5M,true", "PT-5M-1S,false", "PT5M1S,false", "PT-24H,false"})
    void whatIsStaleIsRefused(Duration age, boolean believed) {
        assertThat(signed(NOW.plus(age), CREATED) instanceof Told).isEqualTo(believed);
    }

    @Test
    void whatIsNotSignedBySecretTimeAndBodyIsForged() {
        var timestamp = Long.toString(NOW.getEpochSecond());
        var good = "v0=" + hmac(SECRET, "v0:" + timestamp + ":" + CREATED);
        assertThat(read(timestamp, good, CREATED)).isInstanceOf(Told.class);
        assertThat(read(timestamp, good, CREATED + " ")).isInstanceOf(Forged.class);
        assertThat(read(Long.toString(NOW.getEpochSecond() + 1), good, CREATED)).isInstanceOf(Forged.class);
        assertThat(read(timestamp, "v0=" + hmac("other", "v0:" + timestamp + ":" + CREATED), CREATED))
                .isInstanceOf(Forged.class);
        assertThat(read(timestamp, good.substring(3), CREATED)).isInstanceOf(Forged.class);
        assertThat(read(timestamp, "", CREATED)).isInstanceOf(Forged.class);
        assertThat(read(timestamp, null, CREATED)).isInstanceOf(Forged.class);
        assertThat(read(null, good, CREATED)).isInstanceOf(Forged.class);
        assertThat(read("soon", "v0=" + hmac(SECRET, "v0:soon:" + CREATED), CREATED))
                .isInstanceOf(Forged.class);
    }

    @Test
    void theChallengeIsAnswered() {
        assertThat(signed(NOW, "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"qgg8vlvZRS6U\"}}"))
                .isInstanceOfSatisfying(
                        Challenge.class,
                        challenge -> assertThat(challenge.reply())
                                .contains("\"plainToken\":\"qgg8vlvZRS6U\"")
                                .contains("\"encryptedToken\":\"" + hmac(SECRET, "qgg8vlvZRS6U") + "\""));
    }

    @Test
    void aChallengeThatIsNotSignedIsNotAnswered() {
        assertThat(read(
                        Long.toString(NOW.getEpochSecond()),
                        "v0=00",
                        "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"qgg8\"}}"))
                .isInstanceOf(Forged.class);
    }

    /** Else the answer would be the signature of a body that somebody made up. */
    @ParameterizedTest
    @ValueSource(strings = {"v0:1772442000:{}", "", "a b", "é"})
    void aChallengeThatIsNoPlainTokenIsNotAnswered(String token) {
        assertThat(signed(
                        NOW,
                        "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"%s\"}}".formatted(token)))
                .isInstanceOf(Senseless.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"event\":\"webinar.ended\"}",
                "{\"event\":\"webinar.ended\",\"payload\":7}"
            })
    void whatMakesNoSenseDoesNothing(String body) {
        assertThat(signed(NOW, body)).isInstanceOf(Senseless.class);
    }

    private Heard heard(String body) {
        var timestamp = Long.toString(NOW.getEpochSecond());
        var headers = new HttpHeaders();
        headers.set("x-zm-request-timestamp", timestamp);
        headers.set("x-zm-signature", "v0=" + hmac(SECRET, "v0:" + timestamp + ":" + body));
        return events.hear(new Knock(headers, Map.of(), body.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "webinar.registration_created, REGISTRATIONS",
        "webinar.registration_approved, REGISTRATIONS",
        "webinar.registration_cancelled, REGISTRATIONS",
        "webinar.registration_denied, REGISTRATIONS",
        "webinar.started, BEGAN",
        "webinar.ended, ENDED"
    })
    void whatHappenedThereIsAHint(String event, Heard.What what) {
        assertThat(heard(CREATED.replace("webinar.registration_created", event)))
                .isEqualTo(new Heard.News(
                        List.of(new Heard.Item("97000000001", what, Instant.ofEpochMilli(1772400000000L)))));
    }

    @Test
    void whatIsOfNoUseIsHeardAndComesToNothing() {
        assertThat(heard(CREATED.replace("registration_created", "participant_joined")))
                .isEqualTo(new Heard.News(List.of()));
        assertThat(heard("{}")).isEqualTo(new Heard.News(List.of()));
    }

    @Test
    void whatIsNotSignedIsNobodys() {
        assertThat(events.hear(new Knock(new HttpHeaders(), Map.of(), CREATED.getBytes(StandardCharsets.UTF_8)), NOW))
                .isEqualTo(new Heard.Nobody());
    }
}
