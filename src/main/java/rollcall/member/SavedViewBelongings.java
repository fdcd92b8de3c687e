package rollcall.member;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/** A saved view that searches for somebody's address goes when they are erased; of nobody else is it a belonging. */
@Component
class SavedViewBelongings implements Belongings {

    private final JdbcClient jdbc;

    SavedViewBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        return List.of();
    }

    @Override
    public void follow(Merge merge) {
        // A search goes on to find who has the address now.
    }

    @Override
    public void forget(Erasure erasure) {
        jdbc
                .sql("select id, name, filter from saved_view")
                .query((row, n) -> new Said(row.getLong("id"), row.getString("name"), row.getString("filter")))
                .list()
                .stream()
                .filter(said -> erasure.emailKeys().stream().anyMatch(said::names))
                .forEach(said -> jdbc.sql("delete from saved_view where id = :id")
                        .param("id", said.id())
                        .update());
    }

    private record Said(long id, String name, String filter) {

        private boolean names(String emailKey) {
            var text = name + " " + URLDecoder.decode(filter, StandardCharsets.UTF_8);
            return text.toLowerCase(Locale.ROOT).contains(emailKey);
        }
    }
}
