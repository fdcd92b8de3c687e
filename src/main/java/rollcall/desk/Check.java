package rollcall.desk;

import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command behind {@code bin/check}: prints what must not be in the database, or that nothing is broken. */
public final class Check {

    private static final int WELL = 0;
    private static final int BROKEN = 1;
    private static final int UNFINISHED = 2;

    private Check() {}

    /** Nothing of Rollcall but its database: the check neither migrates nor works. Not found by the scan of rooms. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    @Import(Inspection.class)
    static class DatabaseOnly {}

    /** Ends with 0 when all is well, with 1 when something is broken, with 2 when not everything could be looked at. */
    public static void main(String[] args) {
        var context = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=ERROR")
                .run(args);
        var outcome = check(context.getBean(Inspection.class));
        System.exit(SpringApplication.exit(context, () -> outcome));
    }

    private static int check(Inspection inspection) {
        var invariants = Invariant.all();
        var outcome = WELL;
        for (var invariant : invariants) {
            outcome = worse(outcome, said(inspection, invariant));
        }
        if (outcome == WELL) {
            System.out.printf("Nothing is broken: %d checks.%n", invariants.size());
        }
        return outcome;
    }

    /** What is broken is worse than what nobody knows. */
    private static int worse(int one, int other) {
        return one == BROKEN || other == BROKEN ? BROKEN : Math.max(one, other);
    }

    private static int said(Inspection inspection, Invariant invariant) {
        return switch (inspection.look(invariant)) {
            case Finding.Holds none -> WELL;
            case Finding.Broken broken -> {
                System.out.println(invariant.breach() + " Ids: " + ids(broken));
                yield BROKEN;
            }
            case Finding.Unfinished none -> {
                System.out.printf(
                        "Not finished within %d s: %s%n", inspection.longest().toSeconds(), invariant.breach());
                yield UNFINISHED;
            }
        };
    }

    private static String ids(Finding.Broken broken) {
        return broken.rows().stream().map(Finding.Row::id).collect(Collectors.joining(", "));
    }
}
