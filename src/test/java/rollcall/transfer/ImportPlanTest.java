package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rollcall.person.Known;

class ImportPlanTest {

    private static final Mapping ADDRESSES = new Mapping(List.of(Target.EMAIL, Target.COMPANY));
    private static final Mapping WITH_STATUS = new Mapping(List.of(Target.EMAIL, Target.STATUS));

    @Test
    void takesAFileAsOneOfRegistrants() {
        var plan = ImportPlan.proposed(ADDRESSES, false);
        assertThat(plan)
                .isEqualTo(
                        new ImportPlan(ADDRESSES, "REGISTERED", "", Known.FILL_BLANKS, false, DayOrder.UNSAID, false));
        assertThat(plan.statusFromColumn()).isFalse();
    }

    @Test
    void proposesThatAnApproverSeesThemWhereOneDecides() {
        assertThat(ImportPlan.proposed(ADDRESSES, true).status()).isEqualTo("PENDING_APPROVAL");
    }

    @Test
    void leavesTheStatusToTheColumnThatSaysIt() {
        assertThat(ImportPlan.proposed(WITH_STATUS, false).statusFromColumn()).isTrue();
        assertThat(ImportPlan.proposed(WITH_STATUS, true).statusFromColumn()).isTrue();
    }

    @Test
    void takesOverHowAFileIsReadButNotWhatWasAskedForItsPeople() {
        var earlier =
                new ImportPlan(ADDRESSES, "ATTENDED", "by phone", Known.OVERWRITE, true, DayOrder.DAY_FIRST, true);

        assertThat(earlier.takenOverFor(List.of("Mail", "Firm", "Note"), true))
                .isEqualTo(new ImportPlan(
                        new Mapping(List.of(Target.EMAIL, Target.COMPANY, Target.LEAVE_OUT)),
                        "PENDING_APPROVAL",
                        "",
                        Known.OVERWRITE,
                        false,
                        DayOrder.DAY_FIRST,
                        false));
        assertThat(earlier.takenOverFor(List.of("Mail"), false).mapping().targets())
                .containsExactly(Target.EMAIL);
    }
}
