package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ChannelsTests {

    @Autowired
    private Channels channels;

    @Test
    void theMigrationAndTheRulesTestsKnowTheSameChannel() {
        assertThat(channels.webinar().statuses()).isEqualTo(WebinarChannel.WEBINAR.statuses());
        assertThat(channels.webinar().name()).isEqualTo("Webinar");
    }

    @Test
    void anUnknownStatusIsNamedShortly() {
        assertThatThrownBy(() -> channels.webinar().status("x".repeat(500)))
                .isInstanceOf(NoSuchStatus.class)
                .hasMessageContaining("x".repeat(60))
                .hasMessageNotContaining("x".repeat(61));
    }
}
