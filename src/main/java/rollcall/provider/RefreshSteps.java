package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.Progress;
import rollcall.member.Members;
import rollcall.member.StatusChanges;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.provider.RefreshPoint.Phase;

/** The steps of a refresh, each inside a transaction of its own that also stores how far it has come. */
@Component
class RefreshSteps {

    private final RefreshRows refreshes;
    private final FindingRows findings;
    private final Matching matching;
    private final UnmatchedRows unmatched;
    private final ReportedMembers reported;
    private final Bringing bringing;
    private final RefreshTimes times;
    private final ToldEvents toldEvents;
    private final Webinars webinars;
    private final Programs programs;
    private final Members members;
    private final Clock clock;

    RefreshSteps(
            RefreshRows refreshes,
            FindingRows findings,
            Matching matching,
            UnmatchedRows unmatched,
            ReportedMembers reported,
            Bringing bringing,
            RefreshTimes times,
            ToldEvents toldEvents,
            Webinars webinars,
            Programs programs,
            Members members,
            Clock clock) {
        this.refreshes = refreshes;
        this.findings = findings;
        this.matching = matching;
        this.unmatched = unmatched;
        this.reported = reported;
        this.bringing = bringing;
        this.times = times;
        this.toldEvents = toldEvents;
        this.webinars = webinars;
        this.programs = programs;
        this.members = members;
        this.clock = clock;
    }

    Progress describe(Refresh refresh, Job job, EventDetails details) {
        var program = programs.get(refresh.programId());
        var end = EventEnd.of(details, times.plannedEnd(program), now());
        refreshes.described(refresh.id(), details, details.startsAt(), end, now());
        if (!refresh.preview()) {
            toldEvents.told(program, refresh.event(), details);
        }
        return onward(job, 0, RefreshPoint.at(Phase.REGISTRANTS), expected(program));
    }

    Progress registrants(Refresh refresh, Job job, Page<Registrant> page) {
        findings.store(
                refresh.id(),
                page.items().stream().flatMap(one -> Finding.of(one).stream()).toList());
        refreshes.read(refresh.id(), page.items().size(), 0, 0, null);
        // Nobody attended what is not over: what there is of a report by then is not looked at.
        var then = refresh.eventEndedAt() == null ? Phase.MATCH : Phase.LIVE;
        return read(refresh, job, page, Phase.REGISTRANTS, then);
    }

    Progress live(Refresh refresh, Job job, WebinarProvider provider, Page<AttendanceRecord> page) {
        store(refresh, FindingKind.LIVE, page);
        refreshes.read(refresh.id(), 0, page.items().size(), 0, page.next() == null && page.complete());
        var then = provider.capabilities(refresh.event()).onDemand()
                ? Phase.ON_DEMAND
                : afterAttendance(refresh, provider);
        return read(refresh, job, page, Phase.LIVE, then);
    }

    Progress onDemand(Refresh refresh, Job job, WebinarProvider provider, Page<AttendanceRecord> page) {
        store(refresh, FindingKind.ON_DEMAND, page);
        refreshes.read(refresh.id(), 0, 0, page.items().size(), null);
        return read(refresh, job, page, Phase.ON_DEMAND, afterAttendance(refresh, provider));
    }

    private static Phase afterAttendance(Refresh refresh, WebinarProvider provider) {
        return provider.capabilities(refresh.event()).noShowList() ? Phase.NO_SHOWS : Phase.MATCH;
    }

    Progress noShows(Refresh refresh, Job job, Page<Registrant> page) {
        findings.store(refresh.id(), page.items().stream().map(Finding::missed).toList());
        refreshes.named(refresh.id(), page.items().size());
        return read(refresh, job, page, Phase.NO_SHOWS, Phase.MATCH);
    }

    private void store(Refresh refresh, FindingKind kind, Page<AttendanceRecord> page) {
        findings.store(
                refresh.id(),
                page.items().stream().map(one -> Finding.of(kind, one)).toList());
    }

    private Progress read(Refresh refresh, Job job, Page<?> page, Phase phase, Phase then) {
        var next = page.next() == null ? RefreshPoint.at(then) : new RefreshPoint(phase, page.next());
        return onward(job, page.items().size(), next, expected(programs.get(refresh.programId())));
    }

    /** How many members may have to be settled, as long as nobody knows of whom something is said. */
    private long expected(Program program) {
        return members.counts(program.key()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    Progress match(Refresh refresh, Job job) {
        matching.match(refresh);
        var noShows = noShows(refresh);
        var end = refresh.eventEndedAt();
        if (noShows == NoShows.MARKED && end != null) {
            addAbsent(refresh, end);
        }
        if (!refresh.preview()) {
            unmatched.note(refresh, now());
        }
        refreshes.matched(refresh.id(), noShows, unmatched.countIn(refresh), unmatched.countStrangersIn(refresh));
        return onward(job, 0, RefreshPoint.at(Phase.APPLY), findings.countMembers(refresh.id()));
    }

    /** A provider that says itself who did not come is believed, unless somebody has said that nobody came at all. */
    private void addAbsent(Refresh refresh, Instant end) {
        if (refresh.missed() == null || refresh.live() == 0) {
            matching.addAbsent(refresh, end);
        } else {
            matching.addMissed(refresh, end);
        }
    }

    private NoShows noShows(Refresh refresh) {
        var provider = webinars.provider(refresh.event().kind());
        return NoShows.of(
                Objects.requireNonNull(refresh.eventState()),
                refresh.eventEndedAt(),
                provider.capabilities(refresh.event()).attendanceLag(),
                now(),
                refresh.complete(),
                refresh.live(),
                refresh.confirmedEmpty());
    }

    Progress apply(Refresh refresh, Job job, RefreshPoint point) {
        var program = programs.get(refresh.programId());
        var ids = findings.members(refresh.id(), point.member(), StatusChanges.MOST);
        if (!ids.isEmpty()) {
            apply(refresh, job, program, ids);
        }
        if (ids.size() < StatusChanges.MOST) {
            var done = job.done() + ids.size();
            return new Progress(done, job.resumePoint(), true, done);
        }
        var left = job.total() - job.done() - ids.size();
        return onward(job, ids.size(), new RefreshPoint(Phase.APPLY, Long.toString(ids.getLast())), left);
    }

    private void apply(Refresh refresh, Job job, Program program, List<Long> ids) {
        var channel = programs.channelOf(program);
        var rule = new ReportRule(channel, leavesWhenCancelled(program));
        var begin = refresh.eventStartedAt() == null ? program.startsAt() : refresh.eventStartedAt();
        var some = reported.of(refresh, channel, begin, ids);
        if (refresh.preview()) {
            bringing.preview(refresh, rule, some);
        } else {
            bringing.bring(refresh, job, program, channel, rule, some);
        }
    }

    private boolean leavesWhenCancelled(Program program) {
        return webinars.of(program.key()).map(Webinar::leavesWhenCancelled).orElse(true);
    }

    /** @param left how much is left to do, as far as anybody knows */
    private static Progress onward(Job job, long more, RefreshPoint next, long left) {
        var done = job.done() + more;
        return new Progress(done, next.toString(), false, done + Math.max(0, left));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
