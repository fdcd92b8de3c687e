package rollcall.provider;

import java.net.URI;

/**
 * Where a registrant enters the webinar.
 *
 * @param uri http or https; a path on this site for the simulator
 * @param personal whether it is for this registrant alone
 */
public record JoinLink(URI uri, boolean personal) {}
