package rollcall.member;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.program.ChannelChanged;

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
        var channel = changed.after().id();
        lock.hold(channel);
        changed.moved().forEach(status -> writes.step(channel, status));
        changed.succeeding().forEach(status -> writes.success(channel, status));
    }
}
