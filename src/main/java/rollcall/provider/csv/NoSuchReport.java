package rollcall.provider.csv;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such report file, or it is not there any more. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchReport extends RuntimeException {

    NoSuchReport() {
        super("There is no such report file.");
    }
}
