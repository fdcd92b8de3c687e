package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.TestClock;

/** What providers tell by themselves, from the call to what becomes of it. */
abstract class ProviderCallsTests {

    private static final long SEED = 20_260_302;
    private static final String SECRET = "secret-token";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ProviderCalls calls;

    @Autowired
    private ConnectionFixture fixture;

    @Autowired
    private Webinars webinars;

    @Autowired
    private MembersFixture members;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final String one = event();
    private final String other = event();
    private long connection;

    private static String event() {
        return "97" + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000L);
    }

    @BeforeEach
    void begin() {
        clock.set(TestClock.START);
        connection = fixture.connection(
                "zoom", Map.of("account-id", "a", "client-id", "c", "client-secret", "s", "webhook-secret", SECRET));
        jdbc.sql("delete from provider_call").update();
    }

    private Program held(String event) {
        var program = members.program(null);
        webinars.choose(program, new EventRef("zoom", event, connection), false);
        return program;
    }

    private int tell(String body) {
        var stamp = Long.toString(clock.instant().getEpochSecond());
        return mvc.post()
                .uri("/hooks/zoom/" + connection)
                .header("x-zm-request-timestamp", stamp)
                .header("x-zm-signature", signature(stamp, body))
                .contentType("application/json")
                .content(body)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static String signature(String stamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal(("v0:" + stamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String said(String what, String event, Instant at, int nth) {
        return """
            {"event":"webinar.%s","event_ts":%d,"payload":{"object":{"id":"%s","registrant":{"id":"r%d"}}}}\
            """.formatted(what, at.toEpochMilli(), event, nth);
    }

    /** 400 calls in the order in which a webinar takes place: people register and cancel, it begins, again, and ends, again. */
    private static List<String> story(String event, Program program) {
        var start = program.startsAt();
        var all = new ArrayList<String>();
        for (int n = 0; n < 396; n++) {
            var what = n % 3 == 2 ? "registration_cancelled" : "registration_created";
            all.add(said(what, event, start.minusSeconds(400 - n), n));
        }
        all.add(said("started", event, start.plusSeconds(30), 0));
        all.add(said("ended", event, start.plusSeconds(60), 0));
        all.add(said("started", event, start.plusSeconds(120), 0));
        all.add(said("ended", event, program.endsAt().plusSeconds(90), 0));
        return all;
    }

    private int waiting() {
        return jdbc.sql("select count(*) from provider_call where connection_id = :connection")
                .param("connection", connection)
                .query(Integer.class)
                .single();
    }

    private String stand(Program program) {
        return jdbc.sql("select begun_at, ended_at, next_refresh_at from webinar where program_id = :program")
                .param("program", program.key())
                .query((row, n) -> List.of(
                                String.valueOf(WebinarRows.instant(row, "begun_at")),
                                String.valueOf(WebinarRows.instant(row, "ended_at")),
                                String.valueOf(WebinarRows.instant(row, "next_refresh_at")))
                        .toString())
                .single();
    }

    @Test
    void aCallIsStoredAsItCameAndAnsweredBeforeAnybodyWorksOnIt() {
        var program = held(one);
        var before = stand(program);
        var body = said("registration_created", one, clock.instant(), 1);
        assertThat(tell(body)).isEqualTo(204);
        assertThat(stand(program)).isEqualTo(before);
        var stored = jdbc.sql("select body from provider_call where connection_id = :connection")
                .param("connection", connection)
                .query(String.class)
                .single();
        assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.UTF_8))
                .isEqualTo(body);

        calls.workOff();
        assertThat(stand(program))
                .contains(clock.instant().plus(Duration.ofMinutes(1)).toString());
        assertThat(waiting()).as("nothing of it is kept").isZero();
    }

    @Test
    void whatIsNotProvedOrOfNoUseIsNotStored() {
        assertThat(mvc.post()
                        .uri("/hooks/zoom/" + connection)
                        .content(said("ended", "1", clock.instant(), 0))
                        .exchange())
                .hasStatus(401);
        assertThat(tell(said("participant_joined", "1", clock.instant(), 0))).isEqualTo(204);
        assertThat(tell("nonsense")).isEqualTo(204);
        assertThat(waiting()).isZero();
    }

    @Test
    void whileAConnectionIsSwitchedOffItsCallsWaitAndAreGivenUpInTheEnd() {
        held(one);
        tell(said("registration_created", one, clock.instant(), 1));
        jdbc.sql("update provider_connection set enabled = false where id = :id")
                .param("id", connection)
                .update();
        calls.workOff();
        assertThat(waiting()).isEqualTo(1);
        for (int n = 0; n < 5; n++) {
            clock.advance(Duration.ofMinutes(2));
            calls.workOff();
        }
        assertThat(waiting()).isZero();
    }

    @Test
    void aThousandShuffledAndRepeatedOverEightLanesEndLikeTheOrderedRun() throws Exception {
        var ordered = held(one);
        var shuffled = held(other);
        for (var body : story(one, ordered)) {
            assertThat(tell(body)).isEqualTo(204);
            calls.workOff();
        }
        var bodies = new ArrayList<>(story(other, shuffled));
        bodies.addAll(bodies);
        bodies.addAll(bodies.subList(0, 200));
        assertThat(bodies).hasSize(1_000);
        Collections.shuffle(bodies, new Random(SEED));
        var lanes = new ArrayList<Callable<Integer>>();
        bodies.forEach(body -> lanes.add(() -> {
            var status = tell(body);
            if (Math.floorMod(body.hashCode(), 20) == 0) {
                calls.workOff();
            }
            return status;
        }));
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(lanes)) {
                assertThat(done.get()).isEqualTo(204);
            }
        }
        calls.workOff();
        assertThat(waiting()).isZero();
        assertThat(stand(shuffled)).isEqualTo(stand(ordered));
        assertThat(stand(ordered))
                .contains(ordered.endsAt().plusSeconds(90).toString())
                .contains(ordered.startsAt().plusSeconds(120).toString());
    }
}
