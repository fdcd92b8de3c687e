package rollcall.transfer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such file, not any more, or none that the asker may have: all answer alike. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchFile extends RuntimeException {

    NoSuchFile() {
        super("There is no such file in this program, or not for you.");
    }
}
