package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpKeyTest {

    /** The key of RFC 6238, appendix B: twenty digits. */
    private static final TotpKey KEY = TotpKey.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    /** The last six of the eight digits in that appendix. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(KEY.codeAt(TotpKey.stepAt(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void takesTheHalfMinuteBeforeAndTheOneAfter() {
        var now = Instant.parse("2026-03-02T09:00:00Z");
        var step = TotpKey.stepAt(now);

        assertThat(KEY.stepOf(KEY.codeAt(step), now)).hasValue(step);
        assertThat(KEY.stepOf(KEY.codeAt(step - 1), now)).hasValue(step - 1);
        assertThat(KEY.stepOf(KEY.codeAt(step + 1), now)).hasValue(step + 1);
        assertThat(KEY.stepOf(KEY.codeAt(step - 2), now)).isEmpty();
        assertThat(KEY.stepOf(KEY.codeAt(step + 2), now)).isEmpty();
        assertThat(KEY.stepOf(KEY.codeAt(step), now.plus(Duration.ofSeconds(59))))
                .hasValue(step);
        assertThat(KEY.stepOf("", now)).isEmpty();
    }

    @Test
    void isWrittenAsAppsReadIt() {
        assertThat(KEY.address("ada+1@example.org"))
                .isEqualTo("otpauth://totp/Rollcall:ada%2B1%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Rollcall&algorithm=SHA1&digits=6&period=30");
        assertThat(TotpKey.next().text())
                .matches("[A-Z2-7]{32}")
                .isNotEqualTo(TotpKey.next().text());
    }
}
