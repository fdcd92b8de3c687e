package rollcall.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.job.Jobs;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.provider.UnmatchedAttendee.State;

/** The door to bringing attendance back: one at a time for each program, by hand or by itself. */
@Service
public class Refreshes {

    private final RefreshRows rows;
    private final RefreshTimes times;
    private final UnmatchedRows unmatched;
    private final WebinarRows webinars;
    private final Programs programs;
    private final Jobs jobs;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Refreshes(
            RefreshRows rows,
            RefreshTimes times,
            UnmatchedRows unmatched,
            WebinarRows webinars,
            Programs programs,
            Jobs jobs,
            Attempts attempts,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.times = times;
        this.unmatched = unmatched;
        this.webinars = webinars;
        this.programs = programs;
        this.jobs = jobs;
        this.attempts = attempts;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a program's attendance stands. */
    public RefreshOverview overview(long programId) {
        return webinars.find(programId)
                .map(webinar -> new RefreshOverview(
                        true,
                        rows.last(programId).orElse(null),
                        webinar.refreshesItself() ? webinar.nextRefreshAt() : null,
                        unmatched.count(programId, State.OPEN)))
                .orElse(RefreshOverview.BY_HAND);
    }

    /**
     * Starts a refresh as a job; whoever calls has made sure that somebody may. While another one of that program is
     * under way, that one is the answer.
     *
     * @throws NoWebinar when the program has no provider
     */
    Started start(Program program, RefreshOrder order) {
        return attempts.inTransaction(() -> {
            lock(program.key());
            var webinar = webinars.find(program.key()).orElseThrow(NoWebinar::new);
            return already(program, order).orElseGet(() -> started(program, webinar.event(), order));
        });
    }

    /**
     * Starts bringing what an event tells that is not the program's webinar: a file that somebody uploaded. Whoever calls
     * holds that event, and has made sure that somebody may. While it is being read already, or a refresh of that program
     * is under way, that one is the answer.
     *
     * @param preview whether only to say what it would come to
     * @param nobodyCame whether somebody said that really nobody came
     */
    public Started bring(
            Program program,
            EventRef event,
            Actor by,
            boolean preview,
            boolean nobodyCame,
            @Nullable String requestId) {
        var order = preview
                ? RefreshOrder.preview(by, requestId)
                : nobodyCame ? RefreshOrder.nobodyCame(by, requestId) : RefreshOrder.now(by, requestId);
        return rows.reading(event)
                .flatMap(Refreshes::alreadyStarted)
                .or(() -> already(program, order))
                .orElseGet(() -> started(program, event, order));
    }

    /** What a click comes to: a refresh, and whether it is a new one. */
    public record Started(long refreshId, long jobId, boolean fresh) {}

    /** Two at once would wait for each other member by member. */
    private void lock(long programId) {
        jdbc.sql("select program_id from webinar where program_id = :program for update")
                .param("program", programId)
                .query(Long.class)
                .optional();
    }

    private Optional<Started> already(Program program, RefreshOrder order) {
        var same = jobs.findByRequest(program.key(), order.requestId()).flatMap(rows::ofJob);
        var other = order.preview() ? Optional.<Refresh>empty() : rows.running(program.key());
        return same.or(() -> other).flatMap(Refreshes::alreadyStarted);
    }

    private static Optional<Started> alreadyStarted(Refresh refresh) {
        return Optional.ofNullable(refresh.jobId()).map(job -> new Started(refresh.id(), job, false));
    }

    private Started started(Program program, EventRef event, RefreshOrder order) {
        var id = rows.insert(program.key(), event, order, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var job = jobs.start(RefreshWorker.KIND, program.key(), order.by(), 0, Long.toString(id), order.requestId());
        rows.started(id, job);
        if (!order.preview()) {
            times.plan(program);
        }
        if (!order.automatic()) {
            var what = Map.<String, Object>of("program", program.key(), "refresh", id, "preview", order.preview());
            events.publishEvent(new AuditApplicationEvent(order.by().key(), "REFRESH", what));
        }
        return new Started(id, job, true);
    }

    /** Starts what is due by itself, each program once, however many nodes look at the same moment. */
    int startDue() {
        int started = 0;
        while (attempts.inTransaction(this::startOneDue)) {
            started++;
        }
        return started;
    }

    private boolean startOneDue() {
        var due = jdbc.sql("""
            select program_id, next_refresh_at from webinar where next_refresh_at <= :now and refreshes_itself
            order by next_refresh_at limit 1 for update skip locked\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Due(
                        row.getLong("program_id"), Objects.requireNonNull(WebinarRows.instant(row, "next_refresh_at"))))
                .optional();
        due.ifPresent(this::startPlanned);
        return due.isPresent();
    }

    /** One that still runs, by hand perhaps, stands for the one that is due: the next time is planned all the same. */
    private void startPlanned(Due due) {
        var program = programs.get(due.programId());
        if (!start(program, RefreshOrder.planned(due.requestId())).fresh()) {
            times.plan(program);
        }
    }

    private record Due(long programId, Instant at) {
        String requestId() {
            return "refresh-due-" + at.toEpochMilli();
        }
    }
}
