package rollcall.member;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such member. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchMember extends RuntimeException {

    public NoSuchMember() {
        super("The program has no such member.");
    }
}
