package rollcall.registration;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.Program;
import rollcall.web.Text;

/** Reads a {@link PageForm}: either there is a page, or the errors say what is wrong, in the order of the form. */
final class PageDraft {

    private static final int LONGEST_SPEAKERS = 2_000;
    private static final int LONGEST_LIST = 4_000;
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}-]+(?:\\.[\\p{L}\\p{M}\\p{N}-]+)+");

    private final Program program;
    private final PageForm form;
    private final Errors errors;

    /** @param errors whatever is in them already is something that no form of ours sends, and is answered with 400 */
    PageDraft(Program program, @Nullable PageForm form, Errors errors) {
        if (form == null || errors.hasErrors()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        this.program = program;
        this.form = form;
        this.errors = errors;
    }

    /** What the form makes of the page; nothing when something in it is wrong. */
    Optional<RegistrationPage> page() {
        var slug = slug();
        var opens = at("opens", form.opensDate(), form.opensTime());
        var closes = at("closes", form.closesDate(), form.closesTime());
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            errors.rejectValue("closesDate", "registration.closes.before");
        }
        var speakers = text("speakers", form.speakers(), LONGEST_SPEAKERS);
        var rules = new DomainRules(
                domains("refused", form.refused()),
                domains("accepted", form.accepted()),
                domains("own", form.own()),
                Boolean.TRUE.equals(form.invitedSkipApproval()));
        var embedders = lines("embedders", form.embedders(), "registration.embedder.wrong", PageDraft::origin);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new RegistrationPage(
                        program.key(),
                        slug,
                        Boolean.TRUE.equals(form.published()),
                        opens,
                        closes,
                        speakers,
                        Boolean.TRUE.equals(form.seatsShown()),
                        embedders,
                        rules,
                        version()));
    }

    /** One that no page ever has for a form that was not made by our page. */
    private int version() {
        return form.version().matches("[0-9]{1,9}") ? Integer.parseInt(form.version()) : -1;
    }

    private String slug() {
        var slug = form.slug().strip().toLowerCase(Locale.ROOT);
        if (!Slugs.wellFormed(slug)) {
            errors.rejectValue("slug", "registration.slug.wrong");
        }
        return slug;
    }

    /**
     * A time that the clocks show twice is the first of the two, one that they skip is as much later as they skip: nobody
     * opens a page in the small hours to the minute.
     */
    private @Nullable Instant at(String field, String date, String time) {
        if (date.isBlank() && time.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(date.strip())
                    .atTime(LocalTime.parse(time.strip()))
                    .atZone(program.zoneId())
                    .toInstant();
        } catch (DateTimeException wrong) {
            errors.rejectValue(field + "Date", "registration.time.wrong");
            return null;
        }
    }

    private String text(String field, String typed, int longest) {
        var text = Text.tidy(typed).replace("\r\n", "\n");
        if (text.length() > longest) {
            errors.rejectValue(field, "registration.too-long", new Object[] {longest}, null);
        } else if (Text.unwanted(text)) {
            errors.rejectValue(field, "registration.unwanted-characters");
        }
        return text;
    }

    private List<String> domains(String field, String typed) {
        return lines(field, typed, "registration.domain.wrong", PageDraft::domain);
    }

    /** @param read empty for a line that is none */
    private List<String> lines(String field, String typed, String wrong, Function<String, Optional<String>> read) {
        var lines = text(field, typed, LONGEST_LIST)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        lines.stream()
                .filter(line -> read.apply(line).isEmpty())
                .findFirst()
                .ifPresent(line -> errors.rejectValue(field, wrong, new Object[] {line}, null));
        return lines.stream()
                .flatMap(line -> read.apply(line).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> domain(String line) {
        var domain = Text.folded(line.startsWith("@") ? line.substring(1) : line);
        return DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
    }

    /** Scheme, host and port, and nothing that could end the list in a header. */
    private static Optional<String> origin(String line) {
        try {
            var uri = URI.create(line.toLowerCase(Locale.ROOT));
            var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            var bare = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
            var more = uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null;
            return web && uri.getHost() != null && bare && !more
                    ? Optional.of(
                            uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
