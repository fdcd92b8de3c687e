package rollcall.provider;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such refresh. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchRefresh extends RuntimeException {

    NoSuchRefresh() {
        super("There is no such refresh.");
    }
}
