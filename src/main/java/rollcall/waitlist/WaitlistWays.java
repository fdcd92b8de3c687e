package rollcall.waitlist;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Ways;

/** The waitlist among a program's tabs, where one can come into being. */
@Component
class WaitlistWays implements Ways {

    @Override
    public List<Way> of(Program program) {
        return List.of(new Way("waitlist", "waitlist.title", WaitlistController.address(program.key()), false));
    }
}
