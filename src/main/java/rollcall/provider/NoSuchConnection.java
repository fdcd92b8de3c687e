package rollcall.provider;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such connection, or no kind of provider that has connections is called so. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchConnection extends RuntimeException {

    NoSuchConnection() {
        super("There is no such connection.");
    }
}
