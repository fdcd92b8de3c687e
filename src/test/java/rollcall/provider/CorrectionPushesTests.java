package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.BroughtAlong;
import rollcall.member.Corrections;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** The provider hears only of the net difference of a correction. */
abstract class CorrectionPushesTests {

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Members members;

    @Autowired
    private BroughtAlong brought;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private PushConsequences consequences;

    @Autowired
    private ScriptedProvider provider;

    private Program program;
    private long member;

    @BeforeEach
    void somebodyIsRegistered() {
        provider.reset();
        program = fixture.program(5);
        webinars.choose(program, "scripted");
        member = fixture.member(program, REGISTERED);
        pushes.send(program.key());
        provider.told.clear();
    }

    private void give(StatusCode to) {
        changes.change(fixture.ask(program, to), member);
    }

    private void correct(StatusCode to) {
        corrections.correct(fixture.ask(program, to), member);
        pushes.send(program.key());
    }

    private MemberLine line() {
        return members.require(program, member);
    }

    private String joinLink() {
        return brought.of(List.of(member)).get(member).joinLink();
    }

    @Test
    void nothingOfSomebodyWhoStaysRegistered() {
        var link = joinLink();
        give(ATTENDED);

        correct(REGISTERED);
        correct(NO_SHOW);

        assertThat(provider.told).isEmpty();
        assertThat(line().delivery().name()).isEqualTo("ACCEPTED");
        assertThat(joinLink()).isEqualTo(link);
    }

    @Test
    void thatTheRegistrationIsCancelledOfSomebodyWhoShouldHaveNone() {
        give(ATTENDED);

        correct(INVITED);

        assertThat(provider.told).singleElement().asString().containsIgnoringCase("cancel");
        assertThat(line().delivery().name()).isEqualTo("NONE");
        assertThat(joinLink()).isNull();
    }

    @Test
    void thatSomebodyIsRegisteredWhoWasNot() {
        give(NOT_IN_PROGRAM);
        pushes.send(program.key());
        provider.told.clear();

        correct(REGISTERED);

        assertThat(provider.told).containsExactly("register " + line().email());
        assertThat(line().delivery().name()).isEqualTo("ACCEPTED");
    }

    @Test
    void thePreviewNamesTheProviderOnlyWhenItHearsSomething() {
        assertThat(consequences.ofCorrection(program, List.of(), 0)).isEmpty();
        assertThat(consequences.ofCorrection(program, List.of(1L, 2L), 1))
                .extracting(one -> one.message())
                .containsExactly("provider.consequence.cancel", "provider.consequence.register");
        assertThat(consequences.ofCorrection(fixture.program(null), List.of(1L, 2L), 1))
                .isEmpty();
    }
}
