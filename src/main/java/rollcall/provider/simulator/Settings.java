package rollcall.provider.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated webinar behaves.
 *
 * @param latency how long every answer takes
 * @param ratePerMinute how many registrations it answers in a minute; null for any number
 * @param capacity how many may register; null for no limit
 * @param closed whether registration is closed
 * @param down whether nothing at all answers
 * @param cannotCancel whether only the organizer can take back a registration
 * @param cannotDecide whether only the organizer can let in or turn down who waits
 * @param manualApproval whether everybody new waits until the organizer lets them in
 * @param waitlist whether whoever finds it full waits there for a place instead of being refused
 * @param lag how long after the end its report of who attended is incomplete
 */
record Settings(
        Duration latency,
        @Nullable Integer ratePerMinute,
        @Nullable Integer capacity,
        boolean closed,
        boolean down,
        boolean cannotCancel,
        boolean cannotDecide,
        boolean manualApproval,
        boolean waitlist,
        Duration lag) {}
