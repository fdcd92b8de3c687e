package rollcall.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what was done and what came of it, as it comes. */
final class Report {

    private static final Path KEPT = Path.of("target", "torture");

    private final PrintStream out;
    private int rounds;
    private final List<String> broken = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void notRun(String title, String why) {
        out.printf("%s: NOT RUN, %s%n", title, why);
    }

    void begin(String title) {
        out.printf("%s%n", title);
        rounds++;
    }

    /** @param soon by when every node is to answer again, and anything at all */
    void round(Round.Outcome outcome, Duration soon, Ledger ledger) {
        var wrong = new ArrayList<>(outcome.broken());
        wrong.addAll(outcome.wrong());
        outcome.unfinished().forEach(left -> wrong.add("Not brought to an end: " + left));
        if (outcome.back().compareTo(soon) > 0) {
            wrong.add("Back only after %d ms.".formatted(outcome.back().toMillis()));
        }
        if (outcome.slowest().compareTo(soon) > 0) {
            wrong.add("Somebody waited for %d ms.".formatted(outcome.slowest().toMillis()));
        }
        out.printf(
                "  back after %d ms, slowest answer %d ms; %s%n",
                outcome.back().toMillis(), outcome.slowest().toMillis(), ledger);
        wrong(wrong);
    }

    void wrong(List<String> all) {
        all.forEach(this::wrong);
    }

    private void wrong(String what) {
        out.printf("  BROKEN: %s%n", what);
        broken.add(what);
    }

    void stumbled(Throwable failure) {
        wrong("The round did not come to an end: " + failure);
    }

    /** What the nodes of a round said in which something was broken. */
    void words(Rig rig) throws IOException {
        var kept = KEPT.resolve(Integer.toString(rounds));
        rig.keepWords(kept);
        out.printf("  What was said stands in %s; at the last:%n", kept);
        rig.complaints().forEach(line -> out.println("    " + line));
    }

    /** How many things were broken so far. */
    int wrong() {
        return broken.size();
    }

    /** What the command ends with. */
    int end() {
        out.println(broken.isEmpty() ? "OK: %d rounds.".formatted(rounds) : broken.size() + " things are broken.");
        return broken.isEmpty() && rounds > 0 ? 0 : 1;
    }
}
