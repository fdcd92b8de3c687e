package rollcall.member;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such saved view, or it is somebody else's own. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchView extends RuntimeException {

    NoSuchView() {
        super("The program has no such view.");
    }
}
