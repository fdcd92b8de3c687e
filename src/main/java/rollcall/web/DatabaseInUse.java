package rollcall.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Ends a start on an H2 file that another process holds with one sentence that says so. */
class DatabaseInUse implements FailureAnalyzer {

    /** H2: "Database may be already in use". */
    private static final int ALREADY_OPEN = 90020;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure).anyMatch(DatabaseInUse::says)
                ? new FailureAnalysis(
                        "Another Rollcall has this database open: stop it first, or set ROLLCALL_DATA to another"
                                + " folder.",
                        null,
                        failure)
                : null;
    }

    private static boolean says(Throwable failure) {
        return failure instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN;
    }
}
