package rollcall.registration;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rollcall.program.Program;

/** Where people can register at this moment. */
@Component
class OpenPages {

    private final RegistrationPages pages;
    private final PublicSeats seats;
    private final Clock clock;

    OpenPages(RegistrationPages pages, PublicSeats seats, Clock clock) {
        this.pages = pages;
        this.seats = seats;
        this.clock = clock;
    }

    /** The path of the program's page; nothing when nobody can register there now, for a seat or for waiting. */
    Optional<String> pathOf(Program program) {
        return pages.pathOf(program.key())
                .filter(path -> PageState.of(pages.of(program), program, seats.look(program), clock.instant())
                        .takesForms());
    }
}
