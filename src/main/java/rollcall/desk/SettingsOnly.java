package rollcall.desk;

import java.io.IOException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Nothing of Rollcall but its settings, for commands: the database may be another process's. */
final class SettingsOnly {

    private SettingsOnly() {}

    /** What a command does. An {@link IOException} says to whoever called it, in a sentence, why it cannot. */
    @FunctionalInterface
    interface Work {
        void with(BackupSettings settings) throws IOException;
    }

    /** Ends the process with 1 when the work cannot be done. */
    static void work(Work work, String... args) {
        try (var context = new SpringApplicationBuilder(SettingsOnly.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=ERROR")
                .run(args)) {
            work.with(BackupSettings.of(context.getEnvironment()));
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }
}
