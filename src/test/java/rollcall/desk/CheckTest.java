package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CheckTest {

    private static final Invariant HOLDS = new Invariant("Well.", "select 1 as id where 1 = 0");
    private static final Invariant BROKEN =
            new Invariant("Broken.", "select n as id from generate_series(1, 30) as numbers(n)");
    private static final Invariant SLOW = new Invariant(
            "Slow.",
            "select a.n as id from generate_series(1, 1000000) as a(n), generate_series(1, 1000000) as b(n)"
                    + " where a.n + b.n < 0");

    private final Inspection inspection =
            new Inspection(new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:mem:")), Duration.ofSeconds(1));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void itSaysThatNothingIsBroken() {
        assertThat(check(HOLDS, HOLDS)).isZero();
        assertThat(lines()).containsExactly("Nothing is broken: 2 checks.");
    }

    @Test
    void itNamesTheFirstRowsOfWhatIsBroken() {
        assertThat(check(HOLDS, BROKEN)).isEqualTo(1);
        assertThat(lines())
                .containsExactly("Broken. Ids: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20");
    }

    @Test
    void itDoesNotTakeForWellWhatItCouldNotLookAt() {
        assertThat(check(HOLDS, SLOW)).isEqualTo(2);
        assertThat(lines()).containsExactly("Not finished within 1 s: Slow.");
    }

    @Test
    void whatIsBrokenIsWorseThanWhatNobodyKnows() {
        assertThat(check(SLOW, BROKEN, HOLDS)).isEqualTo(1);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void itHasTheWordsInEnglish() {
        try (var command = DatabaseOnly.open("--spring.datasource.url=jdbc:h2:mem:")) {
            assertThat(Check.english(command).apply("checks.member.seats-not-counted"))
                    .isEqualTo("The seats taken are not the seats counted.");
        }
    }

    private int check(Invariant... invariants) {
        return Check.check(
                inspection,
                List.of(invariants),
                UnaryOperator.identity(),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
