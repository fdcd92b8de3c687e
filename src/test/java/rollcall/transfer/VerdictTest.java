package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.transfer.Verdict.Kind.CREATED;
import static rollcall.transfer.Verdict.Kind.REFUSED;
import static rollcall.transfer.Verdict.Kind.UNCHANGED;
import static rollcall.transfer.Verdict.Kind.UPDATED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import rollcall.program.Move;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Status;

class VerdictTest {

    private static final Status INVITED = new Status("INVITED", "Invited", 10, 0, false, false, false);
    private static final Status OUT = new Status("NOT_IN_PROGRAM", "Not in Program", 0, 0, false, false, false);

    @Test
    void whoComesInIsCreatedAlsoComingBack() {
        assertThat(Verdict.of(new Join(null, INVITED), false).kind()).isEqualTo(CREATED);
        assertThat(Verdict.of(new Join(OUT, INVITED), true).kind()).isEqualTo(CREATED);
    }

    @Test
    void whoMovesOnIsUpdated() {
        assertThat(Verdict.of(new Advance(INVITED, INVITED), false).kind()).isEqualTo(UPDATED);
        assertThat(Verdict.of(new Leave(INVITED, OUT), false).kind()).isEqualTo(UPDATED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALREADY_THERE", "ALREADY_PAST"})
    void alreadyThereOrFurtherIsUnchangedUnlessTheRowTellsNews(Reason reason) {
        assertThat(Verdict.of(new Skip(INVITED, reason), false).kind()).isEqualTo(UNCHANGED);
        assertThat(Verdict.of(new Skip(INVITED, reason), true).kind()).isEqualTo(UPDATED);
        assertThat(Verdict.of(new Skip(null, reason), true).kind()).isEqualTo(UNCHANGED);
        assertThatThrownBy(() -> Refusal.Reason.of(reason)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ALREADY_THERE", "ALREADY_PAST"})
    void everyOtherSkipIsRefusedWithTheDoorsReason(Reason reason) {
        var verdict = Verdict.of(new Skip(INVITED, reason), true);

        assertThat(verdict.kind()).isEqualTo(REFUSED);
        assertThat(verdict.refusal()).isEqualTo(Refusal.of(Refusal.Reason.valueOf(reason.name())));
        assertThat(verdict.writes()).isFalse();
    }

    @Test
    void totalsCountEveryRowOnce() {
        Move skip = new Skip(INVITED, Reason.PROGRAM_FULL);
        var totals = Totals.of(List.of(
                Verdict.of(new Join(null, INVITED), false),
                Verdict.of(new Join(null, INVITED), false),
                Verdict.of(new Leave(INVITED, OUT), false),
                Verdict.of(new Skip(INVITED, Reason.ALREADY_PAST), false),
                Verdict.of(skip, false)));

        assertThat(totals).isEqualTo(new Totals(2, 1, 1, 1));
        assertThat(totals.rows()).isEqualTo(5);
        assertThat(totals.writing()).isEqualTo(3);
        assertThat(totals.plus(totals)).isEqualTo(new Totals(4, 2, 2, 2));
        assertThat(totals.of(CREATED)).isEqualTo(2);
        assertThat(totals.of(UPDATED)).isEqualTo(1);
        assertThat(totals.of(UNCHANGED)).isEqualTo(1);
        assertThat(totals.of(REFUSED)).isEqualTo(1);
    }
}
