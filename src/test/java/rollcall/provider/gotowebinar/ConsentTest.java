package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.HeldKeys;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderTrouble;

class ConsentTest {

    private static final String BACK = "https://rollcall.example.org/admin/connections/consent";

    private final GoToScene scene = new GoToScene();
    private final HeldKeys keys =
            new HeldKeys(GoToWebinar.KIND, Map.of("client-id", GoToService.CLIENT, "client-secret", "s3cret"));
    private final Consent consent = new Consent(keys, scene.settings, scene.clock);

    @AfterEach
    void close() {
        scene.close();
    }

    static Map<String, String> query(URI address) {
        return UriComponentsBuilder.fromUri(address).build().getQueryParams().toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> UriUtils.decode(one.getValue(), "UTF-8")));
    }

    private String code(AskedConsent asked) {
        return scene.service.consent(query(consent.address(asked, BACK)));
    }

    private ProviderFailure failure(AskedConsent asked, String code) {
        return catchThrowableOfType(ProviderTrouble.class, () -> consent.given(asked, code, BACK))
                .failure();
    }

    @Test
    void theAddressSaysWhoAsksAndWhereTo() {
        var asked = consent.ask(HeldKeys.CONNECTION);
        assertThat(query(consent.address(asked, BACK)))
                .isEqualTo(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        GoToService.CLIENT,
                        "redirect_uri",
                        BACK,
                        "scope",
                        "collab:",
                        "state",
                        asked.state(),
                        "code_challenge",
                        GoToService.challenge(asked.verifier()),
                        "code_challenge_method",
                        "S256"));
    }

    @Test
    void theVendorsOwnAddressIsTheDefault() {
        var ours = new Consent(keys, new ProviderSettings(null, null), scene.clock);
        assertThat(ours.address(ours.ask(HeldKeys.CONNECTION), BACK).toString())
                .startsWith("https://identity.goto.com/oauth/authorize?response_type=code&client_id=client-1&");
    }

    @Test
    void nothingOfItCanBeGuessed() {
        var one = consent.ask(HeldKeys.CONNECTION);
        var other = consent.ask(HeldKeys.CONNECTION);
        assertThat(one.state()).hasSize(43).isNotEqualTo(other.state());
        assertThat(one.verifier()).hasSize(43).isNotEqualTo(other.verifier()).isNotEqualTo(one.state());
        assertThat(AskedConsent.read(one.written())).isEqualTo(one);
    }

    @Test
    void itIsAnsweredByItsStateAndInTime() {
        var asked = consent.ask(HeldKeys.CONNECTION);
        var now = scene.clock.instant();
        assertThat(asked.answeredBy(asked.state(), now)).isTrue();
        assertThat(asked.answeredBy(asked.state() + "x", now)).isFalse();
        assertThat(asked.answeredBy("", now)).isFalse();
        assertThat(asked.answeredBy(asked.state(), now.plus(Duration.ofMinutes(30))))
                .isFalse();
    }

    @Test
    void whatComesOfItIsKept() {
        var asked = consent.ask(HeldKeys.CONNECTION);
        consent.given(asked, code(asked), BACK);
        assertThat(keys.of(HeldKeys.CONNECTION))
                .isEqualTo(Map.of(
                        "client-id", GoToService.CLIENT,
                        "client-secret", "s3cret",
                        "refresh-token", "refresh-2",
                        "organizer-key", GoToService.ORGANIZER,
                        "account-key", "900"));
        new GoToWebinar(keys, scene.settings, scene.clock).check(HeldKeys.CONNECTION);
        assertThat(scene.service.calls().getFirst().form()).containsEntry("redirect_uri", BACK);
    }

    @Test
    void olderAnswersSayThemselvesWhoseItIs() {
        scene.service.legacyReply = true;
        var asked = consent.ask(HeldKeys.CONNECTION);
        consent.given(asked, code(asked), BACK);
        assertThat(keys.of(HeldKeys.CONNECTION))
                .containsEntry("organizer-key", GoToService.ORGANIZER)
                .containsEntry("account-key", "901");
        assertThat(scene.service.count(call -> call.path().endsWith("/me"))).isZero();
    }

    @Test
    void aCodeOfSomebodyElsesRequestIsWorthNothing() {
        var theirs = code(consent.ask(HeldKeys.CONNECTION));
        assertThat(failure(consent.ask(HeldKeys.CONNECTION), theirs)).isInstanceOf(Barred.class);
        assertThat(keys.of(HeldKeys.CONNECTION)).doesNotContainKey("refresh-token");
    }

    @Test
    void aConsentOfNobodyKnownIsNotKept() {
        scene.service.next(call -> call.path().endsWith("/me"), Answer.json(200, Map.of("email", "x")));
        var asked = consent.ask(HeldKeys.CONNECTION);
        assertThat(failure(asked, code(asked))).isInstanceOf(Rejected.class);
        assertThat(keys.of(HeldKeys.CONNECTION)).doesNotContainKey("refresh-token");
    }
}
