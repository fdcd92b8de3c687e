package rollcall.mail;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody else stored the template since the asker saw it; nothing was stored. */
@ResponseStatus(HttpStatus.CONFLICT)
class StaleTemplate extends RuntimeException {

    StaleTemplate() {
        super("The template was changed meanwhile.");
    }
}
