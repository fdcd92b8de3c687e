package rollcall.desk;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.MessageSource;

/** The command behind {@code bin/check}: prints in English what must not be in the database, or that nothing is broken. */
public final class Check {

    private static final int WELL = 0;
    private static final int BROKEN = 1;
    private static final int UNFINISHED = 2;

    private Check() {}

    /** Ends with 0 when all is well, with 1 when something is broken, with 2 when not everything could be looked at. */
    public static void main(String[] args) {
        var context = DatabaseOnly.open(args);
        var outcome = check(context.getBean(Inspection.class), Invariant.all(), english(context), System.out);
        System.exit(SpringApplication.exit(context, () -> outcome));
    }

    static UnaryOperator<String> english(MessageSource messages) {
        return breach -> messages.getMessage(breach, null, Locale.ENGLISH);
    }

    static int check(Inspection inspection, List<Invariant> invariants, UnaryOperator<String> words, PrintStream out) {
        var outcome = WELL;
        for (var invariant : invariants) {
            outcome = worse(outcome, said(inspection, invariant, words, out));
        }
        if (outcome == WELL) {
            out.printf("Nothing is broken: %d checks.%n", invariants.size());
        }
        return outcome;
    }

    /** What is broken is worse than what nobody knows. */
    private static int worse(int one, int other) {
        return one == BROKEN || other == BROKEN ? BROKEN : Math.max(one, other);
    }

    private static int said(Inspection inspection, Invariant invariant, UnaryOperator<String> words, PrintStream out) {
        return switch (inspection.look(invariant)) {
            case Finding.Holds none -> WELL;
            case Finding.Broken broken -> {
                out.println(words.apply(invariant.breach()) + " Ids: " + ids(broken));
                yield BROKEN;
            }
            case Finding.Unfinished none -> {
                out.printf(
                        "Not finished within %d s: %s%n",
                        inspection.longest().toSeconds(), words.apply(invariant.breach()));
                yield UNFINISHED;
            }
        };
    }

    private static String ids(Finding.Broken broken) {
        return broken.rows().stream().map(Finding.Row::id).collect(Collectors.joining(", "));
    }
}
