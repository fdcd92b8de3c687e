package rollcall.campaign;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program has no such campaign. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchCampaign extends RuntimeException {}
