package rollcall.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.ProgramChanged;
import rollcall.program.Programs;

/**
 * Keeps {@code webinar.next_refresh_at} right: by the plan, counted from when the webinar ended as far as anybody knows.
 * It is kept for programs that do not refresh themselves as well, so that the page of all programs says who is due.
 */
@Component
class RefreshTimes {

    private final WebinarRows webinars;
    private final Programs programs;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefreshTimes(WebinarRows webinars, Programs programs, JdbcClient jdbc, Clock clock) {
        this.webinars = webinars;
        this.programs = programs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(WebinarChosen chosen) {
        plan(programs.get(chosen.webinar().programId()));
    }

    /** A program that was given another time takes place again: what was known of its end is not true any more. */
    @EventListener
    void on(ProgramChanged changed) {
        var before = changed.before();
        var after = changed.after();
        var moved = !before.endsAt().equals(after.endsAt());
        if (moved) {
            setEnd(after.key(), null);
        }
        if (moved || before.archived() != after.archived()) {
            plan(after);
        }
    }

    /** The last end counts, in whatever order they are heard of. A reading that is about to be made anyway stays. */
    @EventListener
    void on(WebinarEnded ended) {
        for (var program : programsOf(ended.event())) {
            if (setLaterEnd(program, ended.at()) && !soon(program)) {
                plan(programs.get(program));
            }
        }
    }

    private boolean soon(long programId) {
        var next = webinars.find(programId).map(Webinar::nextRefreshAt).orElse(null);
        return next != null && !next.isAfter(clock.instant().plus(Hints.SOON));
    }

    private boolean setLaterEnd(long programId, Instant end) {
        return jdbc.sql("update webinar set ended_at = :end where program_id = :program"
                                + " and (ended_at is null or ended_at < :end)")
                        .param("end", Timestamp.from(end))
                        .param("program", programId)
                        .update()
                > 0;
    }

    /** What a refresh has learned of the end is where the plan counts from. */
    void learn(Refresh refresh) {
        var end = refresh.eventEndedAt();
        if (end != null) {
            setEnd(refresh.programId(), end);
            plan(programs.get(refresh.programId()));
        }
    }

    /** Sets the next time by the plan: none for a program that was put away. */
    void plan(Program program) {
        if (webinars.find(program.key()).isPresent()) {
            var next = program.archived() ? null : RefreshPlan.next(plannedEnd(program), clock.instant());
            webinars.refreshNext(program.key(), next);
        }
    }

    /** Tries again what has failed, sooner than planned when waiting may help. */
    void again(Refresh refresh, int failures) {
        var program = programs.get(refresh.programId());
        var passes = refresh.problem() == null || refresh.problem().passes();
        if (!program.archived() && passes) {
            var end = plannedEnd(program);
            var next = RefreshPlan.again(Math.max(1, failures), end, clock.instant(), refresh.retryAt());
            webinars.refreshNext(program.key(), next);
        }
    }

    /** When the webinar is over, as far as anybody knows: when it really was, else when it is planned to be. */
    Instant plannedEnd(Program program) {
        return jdbc.sql("select ended_at from webinar where program_id = :program and ended_at is not null")
                .param("program", program.key())
                .query((row, n) -> Optional.ofNullable(WebinarRows.instant(row, "ended_at")))
                .optional()
                .flatMap(at -> at)
                .orElse(program.endsAt());
    }

    private Iterable<Long> programsOf(EventRef event) {
        return jdbc.sql("select program_id from webinar where provider = :provider and event_id = :event")
                .param("provider", event.kind())
                .param("event", event.externalId())
                .query(Long.class)
                .list();
    }

    private void setEnd(long programId, @Nullable Instant end) {
        jdbc.sql("update webinar set ended_at = :end where program_id = :program")
                .param("end", end == null ? null : Timestamp.from(end))
                .param("program", programId)
                .update();
    }
}
