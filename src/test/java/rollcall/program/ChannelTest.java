package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.WebinarChannel.WEBINAR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelTest {

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void everyCodeIsAStatusOfTheWebinarChannel(StatusCode code) {
        assertThat(WEBINAR.status(code)).isEqualTo(WEBINAR.status(code.name()));
        assertThat(WEBINAR.find(code.name())).contains(WEBINAR.status(code));
        assertThat(WEBINAR.status(code).is(code)).isTrue();
    }

    @Test
    void aKeyThatItDoesNotHaveIsRefused() {
        assertThat(WEBINAR.find("VIP")).isEmpty();
        assertThatThrownBy(() -> WEBINAR.status("VIP"))
                .isInstanceOf(NoSuchStatus.class)
                .hasMessageContaining("VIP");
    }

    @Test
    void somebodyWhoNeverWasInTheProgramHasNone() {
        assertThat(WEBINAR.statusOrNobody(null)).isNull();
        assertThat(WEBINAR.statusOrNobody("INVITED")).isEqualTo(WEBINAR.status(INVITED));
    }

    @ParameterizedTest
    @EnumSource(Move.Reason.class)
    void onlyWhatIsSoAlreadyNeedsNothing(Move.Reason reason) {
        assertThat(reason.harmless()).isEqualTo(reason == Move.Reason.ALREADY_THERE);
    }
}
