package rollcall.provider.simulator;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such simulated webinar, or nobody of that id in it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchSimulation extends RuntimeException {

    NoSuchSimulation() {
        super("There is no such simulated webinar or registrant.");
    }
}
