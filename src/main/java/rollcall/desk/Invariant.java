package rollcall.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Something that must never be in the database, and the query that finds it.
 *
 * @param breach the key of the message that says what it means when the query finds something
 * @param query its first column names the row; others may be called {@code member_id} and {@code program_id}, and lead to
 *     the pages where that row shows
 */
record Invariant(String breach, String query) {

    /** A key as a comment, and the statement below it up to the semicolon. */
    private static final Pattern SHAPE = Pattern.compile("(?m)^-- (.+)\\n((?:(?!--)[^;])+);");

    /** All invariants of all rooms, always in the same order: each room keeps a file of its own under {@code checks}. */
    static List<Invariant> all() {
        try {
            var files = new ArrayList<>(
                    List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:checks/*.sql")));
            files.sort(Comparator.comparing(Resource::getFilename));
            var invariants = new ArrayList<Invariant>();
            for (var file : files) {
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
}
