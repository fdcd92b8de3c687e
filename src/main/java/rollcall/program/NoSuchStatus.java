package rollcall.program;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody named a status that the program's channel does not have. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class NoSuchStatus extends RuntimeException {

    NoSuchStatus(String key) {
        super("The channel has no status with the key “%s”.".formatted(key.length() > 60 ? key.substring(0, 60) : key));
    }
}
