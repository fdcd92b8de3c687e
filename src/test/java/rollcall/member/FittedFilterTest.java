package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.program.Status;

class FittedFilterTest {

    private static final List<Status> STATUSES = List.of(
            new Status("INVITED", "Invited", 10, 10, false, false, false),
            new Status("PENDING", "Pending", 20, 20, false, true, false),
            new Status("REJECTED", "Rejected", 30, 30, false, true, false));

    /** Pending is hidden and somebody has it; Rejected is hidden and nobody has it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                      | ''                          |
        status=INVITED&q=ada&sort=email         | status=INVITED&q=ada&sort=email |
        status=PENDING                          | status=PENDING              |
        status=INVITED&status=REJECTED          | status=INVITED              | REJECTED
        status=REJECTED&from=2026-03-01         | status=REJECTED&from=2026-03-01 |
        status=NO_SUCH                          | ''                          | NO_SUCH
        question=Diet&answer=vegan              | question=Diet&answer=vegan  |
        question=Shoes&answer=42&reason=phone   | reason=phone                | Shoes
        answer=vegan                            | answer=vegan                |
        status=REJECTED&question=Shoes          | status=REJECTED             | Shoes
        """)
    void keepsWhatStillMakesSense(String saved, String left, String dropped) {
        var fitted = FittedFilter.of(
                MemberFilterForm.parse(saved),
                STATUSES,
                () -> Map.of("INVITED", 2L, "PENDING", 1L),
                () -> List.of("Diet"));

        assertThat(fitted.form().query()).isEqualTo(left);
        assertThat(fitted.dropped())
                .extracting(FittedFilter.Dropped::name)
                .containsExactly(dropped == null ? new String[0] : dropped.split(","));
    }
}
