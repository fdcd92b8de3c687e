package rollcall.registration;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The form has no such field, or not any more. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchField extends RuntimeException {

    NoSuchField() {
        super("There is no such field.");
    }
}
