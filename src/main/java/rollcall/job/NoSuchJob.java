package rollcall.job;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such job, or none that the asker may see: both answer alike. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchJob extends RuntimeException {

    NoSuchJob() {
        super("There is no such job, or you may not see it.");
    }
}
