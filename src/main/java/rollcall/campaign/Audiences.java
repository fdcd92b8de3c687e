package rollcall.campaign;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.program.Program;

/** Who is in an audience. */
@Component
class Audiences {

    long count(Program program, Audience audience) {
        throw new UnsupportedOperationException();
    }

    /** The first of them in the order of their names. */
    List<AudienceMember> sample(Program program, Audience audience, int most) {
        throw new UnsupportedOperationException();
    }
}
