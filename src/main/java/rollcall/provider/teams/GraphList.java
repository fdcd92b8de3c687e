package rollcall.provider.teams;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import tools.jackson.databind.JsonNode;

/**
 * A list of Graph, along its {@code @odata.nextLink}s. Of a link only the query is followed: it never leads to another
 * place than ours.
 */
final class GraphList<T> implements Walk<T> {

    private final Graph graph;
    private final long connection;
    private final String path;
    private final Function<JsonNode, Optional<T>> of;

    private String at;
    private int skip;
    private boolean over;

    /** @param of what an entry becomes; nothing when it does not matter */
    GraphList(Graph graph, long connection, String path, Function<JsonNode, Optional<T>> of) {
        this.graph = graph;
        this.connection = connection;
        this.path = path;
        this.of = of;
        this.at = path;
    }

    @Override
    public List<T> step() {
        Slice<T> slice = graph.read(connection, at, body -> Slice.of(body, skip, of));
        if (slice.more()) {
            skip = slice.read();
        } else {
            over = slice.next() == null;
            at = slice.next() == null ? at : after(slice.next());
            skip = 0;
        }
        return slice.items();
    }

    private String after(String link) {
        var query = link.indexOf('?');
        var next = path.split("\\?", 2)[0]
                + (query < 0 ? "" : link.substring(query).replace(" ", "%20"));
        if (query < 0 || next.equals(at)) {
            throw new ProviderTrouble(new Unclear(OwnWords.LIST_ENDLESS.words()));
        }
        return next;
    }

    @Override
    public boolean over() {
        return over;
    }
}
