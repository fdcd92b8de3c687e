package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.program.Actor;
import rollcall.testing.TestClock;

abstract class SecondFactorsTests {

    @Autowired
    SecondFactors factors;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    final TotpKey key = TotpKey.next();
    Account ada;
    List<String> codes;

    @BeforeEach
    void setAdas() {
        ada = accounts.create(Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Ada", Rights.NONE));
        codes = factors.set(ada.actor(), ada, key, now()).orElseThrow();
        clock.advance(TotpKey.STEP);
    }

    String now() {
        return at(0);
    }

    String at(int steps) {
        return key.codeAt(TotpKey.stepAt(clock.instant()) + steps);
    }

    @Test
    void isSetByACodeOfItsKeyOnly() {
        var other = TotpKey.next();
        assertThat(factors.set(ada.actor(), ada, other, now())).isEmpty();
        assertThat(factors.takes(ada, now())).isTrue();
        assertThat(accounts.get(ada.id()).secondFactorSince()).isEqualTo(TestClock.START);
    }

    @Test
    void theCodeThatSetItOpensNothing() {
        assertThat(factors.takes(ada, at(-1))).isFalse();
    }

    @Test
    void aCodeIsTakenOnceAndNoneFromBeforeIt() {
        var before = at(0);
        assertThat(factors.takes(ada, at(1))).isTrue();
        assertThat(factors.takes(ada, at(1))).isFalse();
        assertThat(factors.takes(ada, before)).isFalse();
        clock.advance(TotpKey.STEP.multipliedBy(2));
        assertThat(factors.takes(ada, now().substring(0, 3) + " " + now().substring(3)))
                .isTrue();
    }

    @Test
    void ofManyWhoSendTheSameCodeAtOnceOneGetsIn() throws Exception {
        var code = now();
        assertThat(together(() -> factors.takes(ada, code))).containsOnlyOnce(true);
    }

    @Test
    void ofManyWhoSendTheSameRecoveryCodeAtOnceOneGetsIn() throws Exception {
        assertThat(together(() -> factors.takesRecovery(ada, codes.getFirst()))).containsOnlyOnce(true);
    }

    private static List<Boolean> together(Callable<Boolean> act) throws Exception {
        try (var lanes = Executors.newFixedThreadPool(4)) {
            var answers = new ArrayList<Boolean>();
            for (var answer : lanes.invokeAll(Collections.nCopies(4, act))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void tenRecoveryCodesWorkOnceEachHoweverTheyAreTyped() {
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("(\\w{6}-){3}\\w{6}"));
        for (var code : codes) {
            assertThat(factors.takesRecovery(
                            ada, " " + code.toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
                    .isTrue();
            assertThat(factors.takesRecovery(ada, code)).isFalse();
        }
        assertThat(factors.recoveryCodesLeft(ada)).isZero();
    }

    @Test
    void newRecoveryCodesMakeTheOldOnesVoid() {
        var renewed = factors.renewRecoveryCodes(ada.actor(), ada).orElseThrow();
        assertThat(factors.takesRecovery(ada, codes.getFirst())).isFalse();
        assertThat(factors.takesRecovery(ada, renewed.getFirst())).isTrue();
        assertThat(factors.recoveryCodesLeft(ada)).isEqualTo(9);
    }

    @Test
    void anotherKeyMakesTheOldOneAndItsRecoveryCodesVoid() {
        var other = TotpKey.next();
        factors.set(ada.actor(), ada, other, other.codeAt(TotpKey.stepAt(clock.instant())));
        clock.advance(TotpKey.STEP);
        assertThat(factors.takes(ada, now())).isFalse();
        assertThat(factors.takesRecovery(ada, codes.getFirst())).isFalse();
        assertThat(factors.takes(ada, other.codeAt(TotpKey.stepAt(clock.instant()))))
                .isTrue();
    }

    @Test
    void nothingOpensWhatWasRemoved() {
        factors.remove(Actor.SYSTEM, ada);
        assertThat(accounts.get(ada.id()).hasSecondFactor()).isFalse();
        assertThat(factors.takes(ada, now())).isFalse();
        assertThat(factors.takesRecovery(ada, codes.getFirst())).isFalse();
        assertThat(factors.renewRecoveryCodes(ada.actor(), ada)).isEmpty();
    }

    @Test
    void whatIsStoredTellsNeitherTheKeyNorTheCodes() {
        var stored =
                jdbc.sql("""
                    select f.sealed_key || ' ' || r.digest from second_factor f join recovery_code r on r.account_id = f.account_id
                    where f.account_id = :account\
                    """).param("account", ada.id()).query(String.class).list();
        assertThat(stored).hasSize(10).allMatch(row -> row.matches("[0-9a-f]{8}:[\\w-]+ [0-9a-f]{64}"));
        assertThat(String.join(" ", stored)).doesNotContain(key.text());
    }

    @Test
    void aKeyOfAnotherAccountOpensNothing() {
        var eve = accounts.create(Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Eve", Rights.NONE));
        var evesKey = TotpKey.next();
        factors.set(eve.actor(), eve, evesKey, evesKey.codeAt(TotpKey.stepAt(clock.instant())));
        jdbc.sql("""
            update second_factor set sealed_key = (select sealed_key from second_factor where account_id = :eve)
            where account_id = :ada\
            """).param("eve", eve.id()).param("ada", ada.id()).update();
        clock.advance(TotpKey.STEP);
        assertThat(factors.takes(ada, evesKey.codeAt(TotpKey.stepAt(clock.instant()))))
                .isFalse();
    }
}
