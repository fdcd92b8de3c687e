package rollcall.provider;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has nobody like that in its list of unmatched attendees. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchAttendee extends RuntimeException {

    NoSuchAttendee() {
        super("There is no such attendee.");
    }
}
