package rollcall.transfer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody confirmed an import whose rows were not looked at, or whose plan was changed since. */
@ResponseStatus(HttpStatus.CONFLICT)
class NotChecked extends RuntimeException {

    NotChecked() {
        super("The rows of this import have not been checked yet.");
    }
}
