package rollcall.provider;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.job.Jobs;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.provider.UnmatchedAttendee.State;
import rollcall.web.Crumb;

/** Fills the pages of a program's refreshes. Templates call this bean {@code refreshPages}. */
@Component("refreshPages")
class RefreshPages {

    private static final int PAGE = 20;
    private static final int NAMED = 20;

    private final RefreshRows refreshes;
    private final RefreshCounts counts;
    private final RefreshIgnored ignored;
    private final UnmatchedRows unmatched;
    private final Webinars webinars;
    private final Members members;
    private final Programs programs;
    private final Access access;
    private final Jobs jobs;
    private final MessageSource messages;
    private final Clock clock;

    RefreshPages(
            RefreshRows refreshes,
            RefreshCounts counts,
            RefreshIgnored ignored,
            UnmatchedRows unmatched,
            Webinars webinars,
            Members members,
            Programs programs,
            Access access,
            Jobs jobs,
            MessageSource messages,
            Clock clock) {
        this.refreshes = refreshes;
        this.counts = counts;
        this.ignored = ignored;
        this.unmatched = unmatched;
        this.webinars = webinars;
        this.members = members;
        this.programs = programs;
        this.access = access;
        this.jobs = jobs;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param below the id of the last refresh on the page before; null for the first page */
    String list(Model model, Actor who, Program program, @Nullable Long below) {
        fill(model, who, program);
        var page = refreshes.page(program.key(), below == null ? Long.MAX_VALUE : below, PAGE + 1);
        var lines = page.subList(0, Math.min(PAGE, page.size()));
        model.addAttribute("webinar", webinars.of(program.key()).orElse(null));
        model.addAttribute("lines", lines);
        model.addAttribute("first", below == null ? null : address(program));
        model.addAttribute(
                "next",
                page.size() > PAGE
                        ? address(program) + "?below="
                                + lines.getLast().refresh().id()
                        : null);
        model.addAttribute("waiting", unmatched.count(program.key(), State.OPEN));
        model.addAttribute("crumbs", crumbs(program, false));
        return "provider/refreshes";
    }

    /** @param told up to which quarter the page has read the progress aloud */
    String one(Model model, Actor who, Program program, Refresh refresh, int told) {
        fill(model, who, program);
        var channel = programs.channelOf(program);
        var job = refresh.jobId() == null ? null : jobs.find(refresh.jobId()).orElse(null);
        var kept = members.lines(program, counts.kept(refresh.id(), NAMED));
        model.addAttribute(
                "view",
                new RefreshView(
                        refresh, job, counts.of(refresh.id(), channel), kept, leftAlone(program, refresh), told));
        model.addAttribute("again", again(program, refresh));
        model.addAttribute(
                "fromFile", !webinars.provider(refresh.event().kind()).choosable());
        model.addAttribute("crumbs", crumbs(program, true));
        return "provider/refresh";
    }

    /** Where the same is brought once more; null where it cannot be. */
    private @Nullable String again(Program program, Refresh refresh) {
        var provider = webinars.provider(refresh.event().kind());
        return provider.choosable()
                ? address(program)
                : provider.againPath(refresh.event()).orElse(null);
    }

    private Map<Effect, List<MemberLine>> leftAlone(Program program, Refresh refresh) {
        var lines = new EnumMap<Effect, List<MemberLine>>(Effect.class);
        ignored.of(refresh.id(), NAMED).forEach((effect, some) -> lines.put(effect, members.lines(program, some)));
        return lines;
    }

    private void fill(Model model, Actor who, Program program) {
        model.addAttribute("program", program);
        model.addAttribute("manages", access.may(who, program.key(), Act.MANAGE));
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("now", clock.instant());
    }

    List<Crumb> crumbs(Program program, boolean toRefreshes) {
        var up = new Crumb(program.name(), "/programs/" + program.key());
        return toRefreshes
                ? List.of(Crumb.PROGRAMS, up, new Crumb(text("provider.refreshes"), address(program)))
                : List.of(Crumb.PROGRAMS, up);
    }

    private static String address(Program program) {
        return "/programs/%d/refreshes".formatted(program.key());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** The key of how a refresh stands, as one word. */
    public String state(Refresh refresh) {
        if (refresh.endState() != null) {
            return refresh.preview() && refresh.done()
                    ? "PREVIEW"
                    : refresh.endState().name();
        }
        return refresh.startedAt() == null ? "WAITING" : "RUNNING";
    }

    /** How the label of that word is coloured. */
    public String kind(Refresh refresh) {
        return switch (state(refresh)) {
            case "DONE" -> "good";
            case "FAILED", "CANCELLED" -> "bad";
            case "PREVIEW" -> "plain";
            default -> "warn";
        };
    }
}
