package rollcall.program;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The asker may see the program but not do this in it. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotAllowed extends RuntimeException {

    public NotAllowed() {
        super("Your role does not allow this.");
    }
}
