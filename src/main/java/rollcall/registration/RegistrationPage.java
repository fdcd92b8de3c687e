package rollcall.registration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's page for everybody, as it is set up.
 *
 * @param slug what its address ends with; empty as long as nobody has chosen one and none could be made of the name
 * @param opensAt from when people may register; null for at once
 * @param closesAt until when; null for the program's end
 * @param speakers in the words of the program's manager; empty for nothing
 * @param embedders the origins of sites that may show the page in a frame
 * @param version 0 for a page that was never stored
 */
record RegistrationPage(
        long programId,
        String slug,
        boolean published,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        String speakers,
        boolean seatsShown,
        List<String> embedders,
        DomainRules rules,
        int version) {

    static RegistrationPage usual(long programId, String slug) {
        return new RegistrationPage(programId, slug, false, null, null, "", false, List.of(), DomainRules.NONE, 0);
    }

    /** The settings for a copy of the program: not published, and without the days of the other one. */
    RegistrationPage copiedTo(long program, String other) {
        return new RegistrationPage(program, other, false, null, null, speakers, seatsShown, embedders, rules, 0);
    }

    /** As everybody may see it, with its seats. */
    RegistrationPage shown() {
        return new RegistrationPage(
                programId, slug, true, opensAt, closesAt, speakers, true, embedders, rules, version);
    }

    /** The path of the page. */
    public String path() {
        return "/r/" + slug;
    }
}
