package rollcall.registration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rollcall.program.Program;

/** A public page as its manager types it, word for word; {@link PageDraft} reads it. */
record PageForm(
        String slug,
        @Nullable Boolean published,
        String opensDate,
        String opensTime,
        String closesDate,
        String closesTime,
        String speakers,
        @Nullable Boolean seatsShown,
        String embedders,
        String refused,
        String accepted,
        String own,
        @Nullable Boolean invitedSkipApproval,
        String version) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** What the browser does not send is empty, never null. */
    PageForm {
        slug = given(slug);
        opensDate = given(opensDate);
        opensTime = given(opensTime);
        closesDate = given(closesDate);
        closesTime = given(closesTime);
        speakers = given(speakers);
        embedders = given(embedders);
        refused = given(refused);
        accepted = given(accepted);
        own = given(own);
        version = given(version);
        published = ticked(published);
        seatsShown = ticked(seatsShown);
        invitedSkipApproval = ticked(invitedSkipApproval);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean ticked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    static PageForm of(RegistrationPage page, Program program) {
        var zone = program.zoneId();
        return new PageForm(
                page.slug(),
                page.published(),
                date(page.opensAt(), zone),
                time(page.opensAt(), zone),
                date(page.closesAt(), zone),
                time(page.closesAt(), zone),
                page.speakers(),
                page.seatsShown(),
                String.join("\n", page.embedders()),
                String.join("\n", page.rules().refused()),
                String.join("\n", page.rules().accepted()),
                String.join("\n", page.rules().own()),
                page.rules().invitedSkipApproval(),
                String.valueOf(page.version()));
    }

    private static String date(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(zone));
    }

    private static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : TIME.format(at.atZone(zone));
    }
}
