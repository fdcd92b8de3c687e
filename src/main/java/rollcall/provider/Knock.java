package rollcall.provider;

import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * What somebody sent to a connection's webhook address; whether it was the provider is for its room to prove.
 *
 * @param query the parameters of the address
 * @param body as it came, byte for byte: signatures are over it
 */
public record Knock(HttpHeaders headers, Map<String, String> query, byte[] body) {}
