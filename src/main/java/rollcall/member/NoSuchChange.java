package rollcall.member;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such change set, or the job made none in it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchChange extends RuntimeException {

    NoSuchChange() {
        super("The program has no such change.");
    }
}
