package rollcall.provider.simulator;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How the simulator lets time pass before it answers. */
interface Sleeper {

    /** Comes back early when the thread is interrupted, which stays so. */
    void sleep(Duration time);

    /** Really waits. */
    @Component
    class Patience implements Sleeper {

        @Override
        public void sleep(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
