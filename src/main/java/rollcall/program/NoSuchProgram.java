package rollcall.program;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such program, or none that the asker may see: both answer alike. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchProgram extends RuntimeException {

    NoSuchProgram() {
        super("There is no such program, or you may not see it.");
    }
}
