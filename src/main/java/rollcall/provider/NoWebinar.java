package rollcall.provider;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no webinar provider, so there is nothing to ask. */
@ResponseStatus(HttpStatus.CONFLICT)
class NoWebinar extends RuntimeException {

    NoWebinar() {
        super("This program has no webinar provider.");
    }
}
