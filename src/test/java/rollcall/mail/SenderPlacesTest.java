package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SenderPlacesTest {

    @Test
    void halfOfTheThreadsSend() {
        var places = new SenderPlaces(4);
        assertThat(places.take(
                        () -> places.take(() -> places.take(() -> "third", () -> "none left"), () -> ""), () -> ""))
                .isEqualTo("none left");
        assertThat(places.take(() -> "free again", () -> "none left")).isEqualTo("free again");
        assertThat(new SenderPlaces(1).take(() -> "one at least", () -> "")).isEqualTo("one at least");
    }

    @Test
    void aPlaceIsFreeAlsoWhenSendingBreaks() {
        var places = new SenderPlaces(2);
        assertThatThrownBy(() -> places.take(
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        () -> ""))
                .hasMessage("broken");
        assertThat(places.take(() -> "free", () -> "none left")).isEqualTo("free");
    }
}
