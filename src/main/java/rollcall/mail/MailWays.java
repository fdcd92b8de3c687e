package rollcall.mail;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Ways;

/** The pages of this room among a program's tabs. */
@Component
class MailWays implements Ways {

    @Override
    public List<Way> of(Program program) {
        return List.of(new Way("templates", "mail.nav", "/programs/" + program.key() + "/templates", true));
    }
}
