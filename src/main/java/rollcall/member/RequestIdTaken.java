package rollcall.member;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The request id was used before, for something else; nothing was written. */
@ResponseStatus(HttpStatus.CONFLICT)
public class RequestIdTaken extends RuntimeException {

    RequestIdTaken() {
        super("This request id was used before, for something else.");
    }
}
