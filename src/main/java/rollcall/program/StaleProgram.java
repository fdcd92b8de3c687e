package rollcall.program;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody else changed the program since the asker saw it; nothing was stored. */
@ResponseStatus(HttpStatus.CONFLICT)
public class StaleProgram extends RuntimeException {

    private final transient Program current;

    StaleProgram(Program current) {
        super("The program was changed meanwhile.");
        this.current = current;
    }

    /** The program as it is now. */
    public Program current() {
        return current;
    }
}
