package rollcall.campaign;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import rollcall.campaign.CampaignReads.Send;
import rollcall.mail.SentLetters;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.web.Crumb;

/** Fills the calendar of all sends of a program: one month, by the days of the program's zone. */
@Component
class SendPages {

    private final CampaignReads reads;
    private final Campaigns campaigns;
    private final SentLetters letters;
    private final CampaignNames names;
    private final Clock clock;

    SendPages(CampaignReads reads, Campaigns campaigns, SentLetters letters, CampaignNames names, Clock clock) {
        this.reads = reads;
        this.campaigns = campaigns;
        this.letters = letters;
        this.names = names;
        this.clock = clock;
    }

    /** @param name the day in the reader's language */
    record Day(LocalDate day, String name, List<Send> sends) {}

    String month(Model model, Program program, @Nullable String asked) {
        var today = LocalDate.now(clock.withZone(program.zoneId()));
        var month = asked == null ? YearMonth.from(today) : read(asked);
        var planned =
                reads.calendar(program).stream().filter(send -> !send.done()).toList();
        model.addAttribute("program", program);
        model.addAttribute("days", days(program, planned, month));
        model.addAttribute("monthName", name("MMMM yyyy", month.atDay(1)));
        model.addAttribute("before", address(program, month.minusMonths(1)));
        model.addAttribute("after", address(program, month.plusMonths(1)));
        model.addAttribute("next", next(program, planned, today).orElse(null));
        model.addAttribute("crumbs", crumbs(program));
        return "campaign/sends";
    }

    private static YearMonth read(String asked) {
        try {
            var month = YearMonth.parse(asked);
            if (month.getYear() >= 2000 && month.getYear() < 2200) {
                return month;
            }
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        } catch (DateTimeException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, unreadable);
        }
    }

    /** Each day with what was sent and then what is planned. */
    private List<Day> days(Program program, List<Send> planned, YearMonth month) {
        var byDay = new TreeMap<LocalDate, List<Send>>();
        Stream.concat(sent(program, month).stream(), planned.stream())
                .filter(send -> YearMonth.from(day(program, send)).equals(month))
                .forEach(send -> byDay.computeIfAbsent(day(program, send), day -> new ArrayList<>())
                        .add(send));
        return byDay.entrySet().stream()
                .map(entry -> new Day(entry.getKey(), name("EEEE d MMMM", entry.getKey()), entry.getValue()))
                .toList();
    }

    private List<Send> sent(Program program, YearMonth month) {
        var templates = names.templates(program);
        var called = campaigns.of(program.key()).stream().collect(Collectors.toMap(Campaign::id, Campaign::name));
        return letters.of(program.key(), begin(program, month), begin(program, month.plusMonths(1))).stream()
                .map(one -> new Send(
                        one.campaignId(),
                        called.getOrDefault(one.campaignId(), ""),
                        one.at(),
                        templates.getOrDefault(one.templateId(), ""),
                        one.letters(),
                        true))
                .toList();
    }

    private static Instant begin(Program program, YearMonth month) {
        return month.atDay(1).atStartOfDay(program.zoneId()).toInstant();
    }

    private static LocalDate day(Program program, Send send) {
        return LocalDate.ofInstant(send.at(), program.zoneId());
    }

    private static String name(String pattern, LocalDate day) {
        return Words.sentence(DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale())
                .format(day));
    }

    /** The month of the first send that is still to come. */
    private static Optional<String> next(Program program, List<Send> all, LocalDate today) {
        return all.stream()
                .filter(send -> !send.done() && !day(program, send).isBefore(today))
                .findFirst()
                .map(send -> address(program, YearMonth.from(day(program, send))));
    }

    private static String address(Program program, YearMonth month) {
        return "/programs/%d/sends?month=%s".formatted(program.key(), month);
    }

    private List<Crumb> crumbs(Program program) {
        var crumbs = new ArrayList<>(ProgramNav.crumbs(program));
        crumbs.add(new Crumb(names.words().say("campaign.title"), "/programs/%d/campaigns".formatted(program.key())));
        return crumbs;
    }
}
