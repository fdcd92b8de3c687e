package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.provider.Connection;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Call;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.HeldKeys;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderTrouble;

/** The access token, and what it is had with. */
class GoToTokensTest {

    private final GoToScene scene = new GoToScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private static boolean token(Call call) {
        return call.path().equals("/oauth/token");
    }

    private void read() {
        scene.provider.describe(GoToScene.EVENT);
    }

    private ProviderFailure failure() {
        return catchThrowableOfType(ProviderTrouble.class, this::read).failure();
    }

    @Test
    void oneTokenServesForAnHour() {
        read();
        read();
        assertThat(scene.service.count(GoToTokensTest::token)).isEqualTo(1);
        scene.clock.advance(Duration.ofMinutes(59).plusSeconds(1));
        read();
        assertThat(scene.service.count(GoToTokensTest::token))
                .as("renewed before it ends")
                .isEqualTo(2);
    }

    @Test
    void manyWhoNeedOneAtOnceAskForOne() throws Exception {
        try (var pool = Executors.newFixedThreadPool(6)) {
            var reading = IntStream.range(0, 12)
                    .mapToObj(n -> pool.submit(this::read))
                    .toList();
            for (var one : reading) {
                one.get();
            }
        }
        assertThat(scene.service.count(GoToTokensTest::token)).isEqualTo(1);
    }

    @Test
    void aNewRefreshTokenReplacesTheOldOne() {
        scene.service.rotating = true;
        read();
        assertThat(scene.keys.of(HeldKeys.CONNECTION)).containsEntry("refresh-token", "refresh-2");
        scene.clock.advance(Duration.ofHours(2));
        read();
        assertThat(scene.keys.of(HeldKeys.CONNECTION)).containsEntry("refresh-token", "refresh-3");
    }

    @ParameterizedTest
    @CsvSource({"403", "401"})
    void aTokenThatIsRefusedIsRenewedOnce(int status) {
        read();
        scene.service.next(call -> call.is("GET", ".*/webinars/\\d+"), Answer.empty(status));
        read();
        assertThat(scene.service.count(GoToTokensTest::token)).isEqualTo(2);
    }

    @Test
    void whoIsRefusedWithANewTokenTooIsBarred() {
        scene.service.forbidden = true;
        assertThat(failure()).isEqualTo(new Barred("Forbidden: You may not."));
        assertThat(scene.service.count(call -> call.is("GET", ".*/webinars/\\d+")))
                .as("tried twice")
                .isEqualTo(2);
    }

    @Test
    void aConsentThatWasTakenBackBars() {
        scene.service.refreshToken = "another";
        assertThat(failure()).isEqualTo(new Barred("invalid_grant: It is not taken any more."));
        assertThat(scene.service.count(GoToTokensTest::token)).isEqualTo(1);
    }

    @Test
    void aChangedSecretBars() {
        scene.service.secret = "another";
        assertThat(failure()).isEqualTo(new Barred("invalid_client"));
    }

    @Test
    void withoutConsentNothingIsAsked() {
        var typed = new HeldKeys(GoToWebinar.KIND, Map.of("client-id", GoToService.CLIENT, "client-secret", "s3cret"));
        var provider = new GoToWebinar(typed, scene.settings, scene.clock);
        assertThatThrownBy(() -> provider.check(HeldKeys.CONNECTION))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure()).isEqualTo(new Barred(OwnWords.NO_CONSENT.words())));
        assertThat(scene.service.calls()).isEmpty();
    }

    @Test
    void theTokenThatAnotherNodePutAwayIsUsed() {
        scene.service.rotating = true;
        scene.service.refreshToken = "refresh-of-the-other-node";
        // While we ask, the other node stores what it was given.
        var keys = new ProviderKeys() {
            private int asked;

            @Override
            public Connection connection(long id) {
                return scene.keys.connection(id);
            }

            @Override
            public Map<String, String> of(long connectionId) {
                if (++asked == 3) {
                    scene.keys.keep(connectionId, Map.of("refresh-token", "refresh-of-the-other-node"));
                }
                return scene.keys.of(connectionId);
            }

            @Override
            public void keep(long connectionId, Map<String, String> given) {
                scene.keys.keep(connectionId, given);
            }
        };
        new GoToWebinar(keys, scene.settings, scene.clock).describe(GoToScene.EVENT);
        assertThat(scene.service.count(GoToTokensTest::token)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Barred",
        "401, Barred",
        "403, Barred",
        "404, Temporary",
        "429, Throttled",
        "500, Temporary",
        "503, Temporary",
        "302, Temporary",
        "200, Temporary"
    })
    void whatTheTokenDeskAnswersHasItsClass(int status, String kind) {
        scene.service.next(GoToTokensTest::token, new Answer(status, Map.of(), "{}"));
        assertThat(failure().getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "HALF_A_BODY", "DROPPED"})
    void noTokenMeansThatNothingWasSent(Fault fault) {
        scene.service.next(GoToTokensTest::token, fault);
        assertThat(failure()).isInstanceOf(ProviderFailure.Temporary.class);
        assertThat(scene.service.count(call -> !token(call))).isZero();
    }
}
