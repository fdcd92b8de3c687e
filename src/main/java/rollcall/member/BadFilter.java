package rollcall.member;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address asks for a list in words that no page of Rollcall writes. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class BadFilter extends RuntimeException {

    BadFilter(String parameter) {
        super("The list cannot be asked for with this “%s”.".formatted(parameter));
    }
}
