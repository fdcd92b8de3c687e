package rollcall.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no account with that id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchAccount extends RuntimeException {

    NoSuchAccount() {
        super("There is no such account.");
    }
}
