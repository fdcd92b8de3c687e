package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Test
    void shortAndPlainOnesStayAsTheyAre() {
        assertThat(RequestId.stored("1f0c7a3e order 7")).isEqualTo("1f0c7a3e order 7");
        assertThat(RequestId.stored(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "\ud800",
                "åäö",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
                        + "0123456789012345678901234567890"
            })
    void allOthersAreKeptAsSomethingThatFits(String id) {
        assertThat(RequestId.stored(id))
                .hasSize(36)
                .isEqualTo(RequestId.stored(id))
                .isNotEqualTo(RequestId.stored(id + "x"));
    }
}
