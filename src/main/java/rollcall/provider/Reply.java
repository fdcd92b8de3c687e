package rollcall.provider;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider answered.
 *
 * @param body at most {@link ProviderClient#LONGEST_BODY} bytes
 */
public record Reply(int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws ProviderTrouble unclear, when it is none: a page of a proxy with status 200, or half an answer
     */
    public JsonNode json() {
        try {
            var node = JSON.readTree(body);
            if (node.isContainer()) {
                return node;
            }
        } catch (JacksonException notJson) {
            // Answered below; what could not be read may name somebody.
        }
        throw new ProviderTrouble(new ProviderFailure.Unclear(OwnWords.ANSWER_NONSENSE.with(status)));
    }

    /** A text of a JSON body that may be none, for the words of a refusal; empty when it is not there. */
    public String said(String pointer) {
        try {
            return JSON.readTree(body).at(pointer).asString("");
        } catch (JacksonException notJson) {
            return "";
        }
    }
}
