package rollcall;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void roomsUseOnlyWhatTheyState() {
        ApplicationModules.of(RollcallApplication.class).verify();
    }
}
