package rollcall.provider.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Remembers for how long the simulator would have waited, in every test. */
@Component
@Primary
class Naps implements Sleeper {

    final List<Duration> taken = new CopyOnWriteArrayList<>();

    @Override
    public void sleep(Duration time) {
        taken.add(time);
    }
}
