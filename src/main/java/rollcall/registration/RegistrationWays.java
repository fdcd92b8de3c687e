package rollcall.registration;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Ways;

/** The pages of this room among a program's tabs. */
@Component
class RegistrationWays implements Ways {

    @Override
    public List<Way> of(Program program) {
        return List.of(
                new Way("registration", "registration.nav", "/programs/" + program.key() + "/registration", true));
    }
}
