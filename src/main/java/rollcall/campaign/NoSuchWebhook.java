package rollcall.campaign;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such webhook. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchWebhook extends RuntimeException {}
