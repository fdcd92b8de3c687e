package rollcall.program;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody else changed the channel since the asker saw it; nothing was stored. */
@ResponseStatus(HttpStatus.CONFLICT)
class StaleChannel extends RuntimeException {

    StaleChannel() {
        super("The channel was changed meanwhile.");
    }
}
