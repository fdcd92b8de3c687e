package rollcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells a process something. */
public final class Signals {

    private Signals() {}

    /** @param name such as {@code STOP} */
    public static void send(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
