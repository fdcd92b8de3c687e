package rollcall.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Where something failed, for the log, without the messages of databases: they repeat the values that people typed. */
public final class Trace extends Exception {

    private Trace(String message, @Nullable Throwable cause) {
        super(message, cause, false, true);
    }

    /** The failure itself, or its trace alone when data might stand in its messages. */
    public static Throwable of(Throwable failure) {
        return holdsData(failure) ? bare(failure) : failure;
    }

    private static boolean holdsData(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof SQLException
                        || failure instanceof DataAccessException
                        || holdsData(failure.getCause()));
    }

    private static Trace bare(Throwable failure) {
        var cause = failure.getCause();
        var state = failure instanceof SQLException sql ? " " + sql.getSQLState() + "/" + sql.getErrorCode() : "";
        var bare = new Trace(failure.getClass().getName() + state, cause == null ? null : bare(cause));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
