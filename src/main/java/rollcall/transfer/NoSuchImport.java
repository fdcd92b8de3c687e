package rollcall.transfer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such import. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchImport extends RuntimeException {

    NoSuchImport() {
        super("There is no such import in this program.");
    }
}
