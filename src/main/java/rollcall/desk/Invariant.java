package rollcall.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that must never be in the database, and the query that finds it.
 *
 * @param breach what it means when the query finds something
 */
record Invariant(String breach, String query) {

    private static final int SHOWN = 20;

    /** A comment in one line, and the statement below it up to the semicolon. */
    private static final Pattern SHAPE = Pattern.compile("(?m)^-- (.+)\\n((?:(?!--)[^;])+);");

    /** All invariants of all rooms: each keeps a file of its own under {@code checks}. */
    static List<Invariant> all() {
        try {
            var invariants = new ArrayList<Invariant>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:checks/*.sql")) {
                invariants.addAll(in(file));
            }
            return invariants;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Invariant> in(Resource file) throws IOException {
        return SHAPE.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                .results()
                .map(match -> new Invariant(match.group(1), match.group(2).strip()))
                .toList();
    }

    /** The ids of the first rows that break it; empty when all is well. */
    List<Long> breaches(JdbcClient jdbc) {
        return jdbc.sql(query + " limit " + SHOWN)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
