package rollcall.provider.simulator;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.provider.AttendanceKind;
import rollcall.provider.EventChanged;
import rollcall.provider.EventDetails.State;
import rollcall.provider.RegistrantsChanged;
import rollcall.provider.WebinarBegan;
import rollcall.provider.WebinarEnded;

/** What happens at a simulated webinar, as whoever runs it says. What cannot be now is answered with false. */
@Service
class Stage {

    private final SimulatedWebinars webinars;
    private final SimulatedRegistrants registrants;
    private final SimulatedAttendance attendance;
    private final Crowd crowd;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stage(
            SimulatedWebinars webinars,
            SimulatedRegistrants registrants,
            SimulatedAttendance attendance,
            Crowd crowd,
            ApplicationEventPublisher events,
            Clock clock) {
        this.webinars = webinars;
        this.registrants = registrants;
        this.attendance = attendance;
        this.crowd = crowd;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NoSuchSimulation when there is none */
    SimulatedWebinar get(long webinarId) {
        return webinars.find(webinarId).orElseThrow(NoSuchSimulation::new);
    }

    private SimulatedWebinar locked(long webinarId) {
        return webinars.lock(webinarId).orElseThrow(NoSuchSimulation::new);
    }

    /** It begins, unless it has begun before. */
    @Transactional
    public boolean start(long webinarId) {
        var webinar = locked(webinarId);
        if (webinar.state() != State.SCHEDULED) {
            return false;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        webinars.start(webinarId, now);
        events.publishEvent(new WebinarBegan(webinar.event(), now));
        return true;
    }

    /** It is over, if it is on. Whoever is still there has left. */
    @Transactional
    public boolean end(long webinarId) {
        var webinar = locked(webinarId);
        if (!webinar.live()) {
            return false;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        webinars.end(webinarId, now);
        attendance.leaveAll(webinarId, now);
        events.publishEvent(new WebinarEnded(webinar.event(), now));
        return true;
    }

    @Transactional
    public void set(long webinarId, Settings settings) {
        var webinar = locked(webinarId);
        webinars.set(webinarId, settings);
        events.publishEvent(new EventChanged(webinar.event()));
    }

    /** Tells of registrations that Rollcall did not send, as providers do by themselves. */
    @Transactional
    public void tellOfRegistrants(long webinarId) {
        events.publishEvent(new RegistrantsChanged(get(webinarId).event()));
    }

    /** A registrant is there for so long; live once it has begun, on demand once it is over. */
    @Transactional
    public boolean attends(long webinarId, String registrantId, AttendanceKind kind, int minutes) {
        var webinar = locked(webinarId);
        var one = registrant(webinarId, registrantId);
        var possible = kind == AttendanceKind.LIVE ? webinar.state() != State.SCHEDULED : webinar.ended();
        if (!possible || !one.in()) {
            return false;
        }
        var from = kind == AttendanceKind.LIVE ? webinar.startedAt() : webinar.endedAt();
        attendance.set(one, kind, from, minutes * 60L);
        return true;
    }

    /** A registrant was not there, and no crowd takes them along. */
    @Transactional
    public void staysAway(long webinarId, String registrantId) {
        locked(webinarId);
        var one = registrant(webinarId, registrantId);
        attendance.removeAll(one);
        registrants.plan(one, Plan.NO_SHOW);
    }

    private SimulatedRegistrant registrant(long webinarId, String registrantId) {
        return registrants.byId(webinarId, registrantId).orElseThrow(NoSuchSimulation::new);
    }

    /** Somebody is there live who never registered. */
    @Transactional
    public boolean strangerAttends(long webinarId, String name, String email, int minutes) {
        return onceBegun(webinarId, webinar -> attendance.addStranger(webinar, name, email, minutes * 60L));
    }

    /** A realistic crowd comes; see {@link Crowd}. Nobody comes before it has begun. */
    @Transactional
    public Crowd.Came crowd(long webinarId) {
        var webinar = locked(webinarId);
        return webinar.state() == State.SCHEDULED ? new Crowd.Came(0, 0) : crowd.come(webinar);
    }

    private boolean onceBegun(long webinarId, Consumer<SimulatedWebinar> happens) {
        var webinar = locked(webinarId);
        var begun = webinar.state() != State.SCHEDULED;
        if (begun) {
            happens.accept(webinar);
        }
        return begun;
    }

    /** Takes a webinar away with everybody in it, once its program is gone. */
    @Transactional
    public void remove(long webinarId) {
        webinars.delete(locked(webinarId).id());
    }
}
