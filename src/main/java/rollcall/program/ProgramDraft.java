package rollcall.program;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.WallClock.Twice;
import rollcall.web.Text;

/** Reads a {@link ProgramForm}: either there is a plan, or the errors say what is wrong, in the order of the form. */
final class ProgramDraft {

    static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_SEATS = 1_000_000;
    private static final Set<String> WEB = Set.of("http", "https");

    private final ProgramForm form;
    private final Errors errors;
    private final Optional<ProgramPlan> plan;
    private final Map<String, Twice> doubtful;

    /**
     * @param form null when it could not be bound
     * @param errors whatever is in them already is something that no form of ours sends, and is answered with 400
     */
    ProgramDraft(@Nullable ProgramForm form, Errors errors) {
        if (form == null || errors.hasErrors()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        this.form = form;
        this.errors = errors;
        var name = name();
        var description = text("description", form.description(), LONGEST_DESCRIPTION);
        var times = new EventTimes(form, errors);
        var address = address();
        var capacity = capacity();
        this.doubtful = times.doubtful();
        this.plan = plan(name, description, times, address, capacity);
    }

    /** What the form plans; nothing when something in it is wrong. */
    Optional<ProgramPlan> plan() {
        return plan;
    }

    /** The times that the clocks show twice, by {@code start} and {@code end}. */
    Map<String, Twice> doubtful() {
        return doubtful;
    }

    String zoneName() {
        return form.zone().strip();
    }

    /** Whether the typist knows that more seats are taken than there will be. */
    boolean lowered() {
        return ticked(form.lowered());
    }

    /** As the typist saw the program; one that no program ever has for a form that was not made by our page. */
    int version() {
        return form.version().matches("[0-9]{1,9}") ? Integer.parseInt(form.version()) : -1;
    }

    private Optional<ProgramPlan> plan(
            String name, String description, EventTimes times, @Nullable String address, @Nullable Integer capacity) {
        var zone = times.zone();
        var start = times.start();
        var end = times.end();
        if (errors.hasErrors() || zone == null || start == null || end == null) {
            return Optional.empty();
        }
        return Optional.of(new ProgramPlan(
                name,
                description,
                start,
                end,
                zone,
                capacity,
                ticked(form.approvalRequired()),
                ticked(form.waitlistOn()),
                ticked(form.fourEyes()),
                address));
    }

    private static boolean ticked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    private String name() {
        var name = text("name", form.name(), LONGEST_NAME);
        if (name.isEmpty()) {
            errors.rejectValue("name", "program.name.missing");
        } else if (name.contains("\n")) {
            errors.rejectValue("name", "program.unwanted-characters");
        }
        return name;
    }

    private String text(String field, String typed, int longest) {
        var text = Text.tidy(typed).replace("\r\n", "\n");
        if (text.length() > longest) {
            errors.rejectValue(field, "program.too-long", new Object[] {longest}, null);
        } else if (Text.unwanted(text)) {
            errors.rejectValue(field, "program.unwanted-characters");
        }
        return text;
    }

    private @Nullable String address() {
        var typed = text("webinarAddress", form.webinarAddress(), LONGEST_ADDRESS);
        if (!typed.isEmpty() && !errors.hasFieldErrors("webinarAddress") && !leadsToTheWeb(typed)) {
            errors.rejectValue("webinarAddress", "program.address.wrong");
        }
        return typed.isEmpty() ? null : typed;
    }

    private static boolean leadsToTheWeb(String address) {
        try {
            var uri = URI.create(address);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return WEB.contains(scheme) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private @Nullable Integer capacity() {
        var typed = form.capacity().strip();
        if (typed.isEmpty()) {
            return null;
        }
        var seats = typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : 0;
        if (seats < 1 || seats > MOST_SEATS) {
            errors.rejectValue("capacity", "program.capacity.wrong", new Object[] {MOST_SEATS}, null);
        }
        return seats;
    }
}
