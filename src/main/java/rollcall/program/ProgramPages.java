package rollcall.program;

import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.WallClock.Twice;
import rollcall.web.Crumb;
import rollcall.web.Times;

/** Fills the page with a program's form: a new one, a clone or an edit. */
@Component
class ProgramPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Channels channels;
    private final Times times;
    private final MessageSource messages;

    ProgramPages(Channels channels, Times times, MessageSource messages) {
        this.channels = channels;
        this.times = times;
        this.messages = messages;
    }

    /** What a program's form is for. */
    enum Kind {
        NEW,
        CLONE,
        EDIT
    }

    /** @param program the one that is edited or cloned; null for a new one */
    String form(Model model, Kind kind, @Nullable Program program) {
        model.addAttribute("kind", kind);
        model.addAttribute("program", program);
        model.addAttribute("zones", TimeZones.names());
        model.addAttribute("action", action(kind, program));
        model.addAttribute("cancel", program == null ? "/programs" : address(program));
        model.addAttribute("crumbs", crumbs(program));
        model.addAttribute("channels", kind == Kind.NEW ? channelNames() : Map.of());
        model.addAttribute("channel", program == null ? null : channels.get(program.channelId()));
        return "program/form";
    }

    /** By id, the built-in channel first. */
    private Map<String, String> channelNames() {
        var builtIn = channels.webinar();
        var names = new LinkedHashMap<>(Map.of(String.valueOf(builtIn.id()), builtIn.name()));
        channels.all().forEach(one -> names.putIfAbsent(String.valueOf(one.id()), one.name()));
        return names;
    }

    /** The form with what is wrong in it. */
    String again(Model model, Kind kind, @Nullable Program program, ProgramDraft draft, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        draft.doubtful()
                .forEach((field, twice) -> model.addAttribute(field + "Choices", choices(twice, draft.zoneName())));
        return form(model, kind, program);
    }

    /** Theirs and yours, side by side, for somebody whose form was overtaken. */
    String stale(Model model, Program current, ProgramPlan yours) {
        model.addAttribute("program", current);
        model.addAttribute("crumbs", crumbs(current));
        model.addAttribute("differences", ProgramDifference.between(ProgramPlan.of(current), yours, times));
        return "program/stale";
    }

    /** A value as a table shows it: yes, no, a dash for nothing, or itself. */
    public String word(Object value) {
        var key = value instanceof Boolean yes ? (yes ? "program.yes" : "program.no") : "program.none";
        return value instanceof Boolean || value.toString().isEmpty()
                ? messages.getMessage(key, null, LocaleContextHolder.getLocale())
                : value.toString();
    }

    String nameOfClone(Program program) {
        var arguments = new Object[] {program.name()};
        var name = messages.getMessage("program.clone.name", arguments, LocaleContextHolder.getLocale());
        return name.length() > ProgramDraft.LONGEST_NAME ? program.name() : name;
    }

    private static String action(Kind kind, @Nullable Program program) {
        if (program == null) {
            return "/programs";
        }
        return kind == Kind.CLONE ? address(program) + "/clone" : address(program);
    }

    static String address(Program program) {
        return "/programs/" + program.key();
    }

    static List<Crumb> crumbs(@Nullable Program program) {
        return program == null ? List.of(Crumb.PROGRAMS) : ProgramNav.crumbs(program);
    }

    private Map<String, String> choices(Twice twice, String zone) {
        var choices = new LinkedHashMap<String, String>();
        for (var one : List.of(twice.first(), twice.second())) {
            choices.put(one.getOffset().getId(), described(one, zone));
        }
        return choices;
    }

    /** 02:30 CEST (UTC+02:00). */
    private String described(OffsetDateTime at, String zone) {
        var instant = at.toInstant();
        return "%s %s (%s)".formatted(TIME.format(at), times.abbreviation(instant, zone), times.offset(instant, zone));
    }
}
