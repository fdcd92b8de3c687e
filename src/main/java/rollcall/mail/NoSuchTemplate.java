package rollcall.mail;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such template, or not where it is looked for. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchTemplate extends RuntimeException {

    NoSuchTemplate() {
        super("There is no such template.");
    }
}
