package rollcall.provider.gotowebinar;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such connection, or none that asks for consent. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchConsent extends RuntimeException {

    NoSuchConsent() {
        super("There is no such connection to GoTo Webinar.");
    }
}
