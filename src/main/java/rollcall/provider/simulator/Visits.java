package rollcall.provider.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.provider.AttendanceKind;

/** Who comes and goes by a join link. */
@Service
class Visits {

    /**
     * What somebody finds behind a join link.
     *
     * @param since when they came in; null when they are not in
     */
    record View(
            SimulatedWebinar webinar,
            SimulatedRegistrant registrant,
            @Nullable Instant since) {

        public boolean mayJoin() {
            return registrant.in() && webinar.live() && since == null;
        }

        public boolean mayWatch() {
            return registrant.in() && webinar.ended() && since == null;
        }

        public boolean inside() {
            return since != null;
        }
    }

    private final SimulatedWebinars webinars;
    private final SimulatedRegistrants registrants;
    private final SimulatedAttendance attendance;
    private final Clock clock;

    Visits(SimulatedWebinars webinars, SimulatedRegistrants registrants, SimulatedAttendance attendance, Clock clock) {
        this.webinars = webinars;
        this.registrants = registrants;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Nothing when the link leads nowhere, or nowhere any more. */
    Optional<View> view(String token) {
        return registrants
                .byToken(token)
                .map(one -> view(webinars.find(one.webinarId()).orElseThrow(), one));
    }

    private View view(SimulatedWebinar webinar, SimulatedRegistrant one) {
        var kind = webinar.ended() ? AttendanceKind.ON_DEMAND : AttendanceKind.LIVE;
        return new View(webinar, one, attendance.hereSince(one, kind).orElse(null));
    }

    /** Somebody comes in, if that is open to them now; answers whether they are in. */
    @Transactional
    public boolean enter(String token, AttendanceKind kind) {
        var view = locked(token);
        var may = kind == AttendanceKind.LIVE
                ? view.filter(View::mayJoin).isPresent()
                : view.filter(View::mayWatch).isPresent();
        if (may) {
            attendance.enter(view.orElseThrow().registrant(), kind, now());
        }
        return may || view.filter(View::inside).isPresent();
    }

    /** Somebody goes, if they are in; answers whether the link leads anywhere. */
    @Transactional
    public boolean leave(String token) {
        var view = locked(token);
        view.ifPresent(one -> attendance.leave(one.registrant(), now(), mostSeconds(one.webinar())));
        return view.isPresent();
    }

    /** A recording is no longer than the webinar was. */
    private static long mostSeconds(SimulatedWebinar webinar) {
        return webinar.ended() ? webinar.minutes() * 60 : Integer.MAX_VALUE;
    }

    /** Nobody comes in while it ends. */
    private Optional<View> locked(String token) {
        return registrants
                .byToken(token)
                .flatMap(one -> webinars.lock(one.webinarId()))
                .flatMap(webinar -> registrants.byToken(token).map(one -> view(webinar, one)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
