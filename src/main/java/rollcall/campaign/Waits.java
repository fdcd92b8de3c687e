package rollcall.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import rollcall.campaign.EventTime.Point;
import rollcall.campaign.EventTime.Side;
import rollcall.campaign.EventTime.Unit;
import rollcall.program.Program;

/** Until when somebody waits who comes to a wait now. */
final class Waits {

    /**
     * @param until never before now: who comes late goes on at once
     * @param around what it depends on, when it moves along with the event
     */
    record Wait(Instant until, @Nullable String around) {}

    private Waits() {}

    /** Null for what is no wait. */
    static @Nullable Wait of(Action action, Program program, Instant now) {
        return switch (action) {
            case Action.WaitFor wait -> new Wait(later(now, wait, program.zoneId()), null);
            case Action.WaitUntil wait -> until(Timetable.instant(wait.time(), wait.zone()), now, null);
            case Action.WaitAround wait -> until(wait.time().of(program), now, write(wait.time()));
            case Action.Nothing none -> null;
            case Action.ChangeStatus none -> null;
            case Action.SendMail none -> null;
            case Action.Notify none -> null;
            case Action.CallWebhook none -> null;
            case Action.AddToProgram none -> null;
            case Action.Remove none -> null;
            case Action.RequestCampaign none -> null;
        };
    }

    static boolean isWait(Action action) {
        return action instanceof Action.WaitFor
                || action instanceof Action.WaitUntil
                || action instanceof Action.WaitAround;
    }

    private static Instant later(Instant now, Action.WaitFor wait, ZoneId zone) {
        return now.atZone(zone).plus(wait.amount(), wait.unit().chrono()).toInstant();
    }

    private static Wait until(Instant time, Instant now, @Nullable String around) {
        var micros = time.truncatedTo(ChronoUnit.MICROS);
        return new Wait(micros.isBefore(now) ? now : micros, around);
    }

    static String write(EventTime time) {
        return "%s %s %d %s".formatted(time.point(), time.side(), time.amount(), time.unit());
    }

    static EventTime read(String written) {
        var parts = written.split(" ");
        return new EventTime(
                Point.valueOf(parts[0]), Side.valueOf(parts[1]), Integer.parseInt(parts[2]), Unit.valueOf(parts[3]));
    }
}
