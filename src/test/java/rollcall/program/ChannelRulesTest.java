package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelRulesTest {

    @Test
    void theBuiltInChannelBreaksNone() {
        assertThat(broken(WEBINAR)).isEmpty();
    }

    /** One step of the built-in channel set to another number, and what stands against it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        INVITED            | 1    |
        INVITED            | 19   |
        INVITED            | 20   | ABOVE PENDING_APPROVAL INVITED
        INVITED            | 0    | STEP_IN_RANGE INVITED
        INVITED            | 1000 | STEP_IN_RANGE INVITED, ABOVE PENDING_APPROVAL INVITED
        NOT_IN_PROGRAM     | 5    | WAY_OUT_IS_ZERO NOT_IN_PROGRAM
        PENDING_APPROVAL   | 10   | ABOVE PENDING_APPROVAL INVITED
        PENDING_APPROVAL   | 30   | ABOVE WAITLISTED PENDING_APPROVAL
        WAITLISTED         | 31   | SAME_STEP REJECTED WAITLISTED
        REJECTED           | 29   | SAME_STEP REJECTED WAITLISTED
        REGISTERED         | 45   | SAME_STEP REGISTRATION_ERROR REGISTERED
        REGISTRATION_ERROR | 41   | SAME_STEP REGISTRATION_ERROR REGISTERED
        NO_SHOW            | 40   | ABOVE NO_SHOW REGISTERED
        NO_SHOW            | 59   |
        NO_SHOW            | 60   | ABOVE ATTENDED_ON_DEMAND NO_SHOW
        ATTENDED           | 60   | ABOVE ATTENDED ATTENDED_ON_DEMAND
        ATTENDED           | 999  |
        """)
    void aStepMayBeMovedAsLongAsTheCodesKeepTheirOrder(String key, int step, String rules) {
        var moved = with(
                WEBINAR,
                key,
                one -> new Status(
                        one.key(), one.name(), step, one.place(), one.success(), one.hidden(), one.holdsSeat()));
        assertThat(String.join(", ", broken(moved))).isEqualTo(rules == null ? "" : rules);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NOT_IN_PROGRAM | NOT_HIDDEN NOT_IN_PROGRAM
        REGISTERED     | NOT_HIDDEN REGISTERED
        INVITED        |
        WAITLISTED     |
        ATTENDED       |
        """)
    void allButTwoMayBeHidden(String key, String rules) {
        var hidden = with(
                WEBINAR,
                key,
                one -> new Status(
                        one.key(), one.name(), one.step(), one.place(), one.success(), true, one.holdsSeat()));
        assertThat(String.join(", ", broken(hidden))).isEqualTo(rules == null ? "" : rules);
    }

    @Test
    void whoLeftIsNoSuccess() {
        var wrong = with(
                WEBINAR,
                "NOT_IN_PROGRAM",
                one -> new Status(one.key(), one.name(), one.step(), one.place(), true, one.hidden(), one.holdsSeat()));
        assertThat(broken(wrong)).containsExactly("NO_SUCCESS NOT_IN_PROGRAM");
    }

    @Test
    void anOwnStatusMayStandAnywhereButOnTheWayOut() {
        assertThat(broken(WEBINAR.with(0, own("Guest of honour", 45)))).isEmpty();
        assertThat(broken(WEBINAR.with(0, own("Guest of honour", 999)))).isEmpty();
        assertThat(broken(WEBINAR.with(0, own("Guest of honour", 0)))).containsExactly("STEP_IN_RANGE OWN");
    }

    @ParameterizedTest
    @CsvSource({"Registered", "REGISTERED", "régistered"})
    void twoOfOneNameAreOneTooMany(String name) {
        assertThat(broken(WEBINAR.with(0, own(name, 45)))).containsExactly("OTHER_NAME OWN REGISTERED");
    }

    private static Status own(String name, int step) {
        return new Status("OWN", name, step, 0, false, false, false);
    }

    private static Channel with(Channel channel, String key, UnaryOperator<Status> change) {
        var statuses = new ArrayList<>(channel.statuses());
        statuses.replaceAll(one -> one.key().equals(key) ? change.apply(one) : one);
        return new Channel(channel.id(), channel.version(), channel.name(), statuses);
    }

    private static List<String> broken(Channel channel) {
        return ChannelRules.broken(channel, status -> List.of(status.name())).stream()
                .map(one -> one.rule() + " " + one.status().key()
                        + (one.other() == null ? "" : " " + one.other().key()))
                .toList();
    }
}
