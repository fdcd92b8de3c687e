package rollcall.member;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.program.ChannelChanged;
import rollcall.program.Status;

/**
 * Follows a channel that is changed, in the same transaction: the door reads the channel once it holds its seats, so a
 * change of status is either done before, or sees the channel as it is afterwards.
 */
@Component
class ChannelSteps {

    private final ChannelLock lock;
    private final StepWrites writes;

    ChannelSteps(ChannelLock lock, StepWrites writes) {
        this.lock = lock;
        this.writes = writes;
    }

    @EventListener
    void on(ChannelChanged changed) {
        if (onlyWords(changed)) {
            return;
        }
        var channel = changed.after().id();
        lock.hold(channel);
        changed.moved().forEach(status -> writes.step(channel, status));
        changed.succeeding().forEach(status -> writes.success(channel, status));
    }

    /** Names, the order on a step, and statuses that nobody has yet: no change of status goes by those. */
    private static boolean onlyWords(ChannelChanged changed) {
        return changed.before().statuses().stream()
                .allMatch(was -> changed.after()
                        .find(was.key())
                        .filter(is -> sameRules(was, is))
                        .isPresent());
    }

    private static boolean sameRules(Status was, Status is) {
        return was.step() == is.step()
                && was.success() == is.success()
                && was.hidden() == is.hidden()
                && was.holdsSeat() == is.holdsSeat();
    }
}
