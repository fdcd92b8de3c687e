package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rollcall.testing.OnH2;

@OnH2
class MetricsOnH2Test extends MetricsTests {

    @Test
    void aBackupIsForWhoHasThePass() {
        assertThat(asksForABackup()).isEqualTo(403);
    }
}
