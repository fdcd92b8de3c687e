package rollcall.provider.on24;

import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads a list of ON24, {@code {"totalregistrants":2,"registrants":[{…},{…}]}}, one row after the other as they come in. */
final class RowStream {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(1 << 20)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .build();

    private RowStream() {}

    /**
     * @param list the name of the list, whose total is named after it
     * @return how many rows there are in all, as ON24 says; as many as came when it does not
     * @throws ProviderTrouble unclear, when it is no such list or breaks off
     */
    static long each(InputStream body, String list, Consumer<Row> rows) {
        try (var parser = JSON.createParser(body)) {
            return each(parser, list, rows);
        } catch (JacksonException notJson) {
            throw nonsense();
        }
    }

    private static long each(JsonParser parser, String list, Consumer<Row> rows) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw nonsense();
        }
        long total = -1;
        long came = -1;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName().toLowerCase(Locale.ROOT);
            var value = parser.nextToken();
            if (name.equals(list) && value == JsonToken.START_ARRAY) {
                came = rows(parser, rows);
            } else if (name.equals("total" + list) && value == JsonToken.VALUE_NUMBER_INT) {
                total = parser.getLongValue();
            } else {
                parser.skipChildren();
            }
        }
        if (came < 0 && total != 0) {
            throw nonsense();
        }
        return Math.max(total, came);
    }

    private static long rows(JsonParser parser, Consumer<Row> rows) {
        long came = 0;
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                rows.accept(Row.read(parser));
                came++;
            } else {
                parser.skipChildren();
            }
        }
        return came;
    }

    private static ProviderTrouble nonsense() {
        return new ProviderTrouble(new Unclear(OwnWords.REPORT_NONSENSE.words()));
    }
}
