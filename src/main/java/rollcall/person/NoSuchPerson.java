package rollcall.person;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such person, or none that the asker may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPerson extends RuntimeException {

    public NoSuchPerson() {
        super("There is no such person.");
    }
}
