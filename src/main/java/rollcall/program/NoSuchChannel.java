package rollcall.program;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such channel, or there is none any more. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchChannel extends RuntimeException {

    NoSuchChannel() {
        super("There is no such channel.");
    }
}
