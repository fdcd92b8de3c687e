package rollcall.registration;

import java.util.HashSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import rollcall.web.Text;

/** What addresses of pages end with: a program's name in small plain letters. */
@Component
class Slugs {

    static final int LONGEST = 80;

    /** Room for a number behind it. */
    private static final int LONGEST_MADE = 60;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private final PageRows rows;

    Slugs(PageRows rows) {
        this.rows = rows;
    }

    static boolean wellFormed(String slug) {
        return slug.length() <= LONGEST && SHAPE.matcher(slug).matches();
    }

    /** One of that name which no program has or had. */
    String free(String name) {
        var slug = of(name);
        var there = new HashSet<>(rows.beginningWith(slug));
        var free = slug;
        for (int n = 2; there.contains(free); n++) {
            free = slug + "-" + n;
        }
        return free;
    }

    /** A name of which nothing remains in plain letters is a webinar. */
    static String of(String name) {
        var plain = OTHER.matcher(Text.searchable(name)).replaceAll("-");
        var cut = plain.substring(0, Math.min(LONGEST_MADE, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "webinar" : cut;
    }
}
