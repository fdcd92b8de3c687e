package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rollcall.testing.OnPostgres;

@OnPostgres
class MetricsOnPostgresTest extends MetricsTests {

    /** There bin/backup needs nobody. */
    @Test
    void backupsAreNotMadeThere() {
        assertThat(asksForABackup()).isEqualTo(404);
    }
}
