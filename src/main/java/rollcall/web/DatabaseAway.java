package rollcall.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Whether a failure shows that the database is away: it cannot be reached, is going down, or can store nothing. Pages and
 * work in the background ask here, so that both wait for the same.
 */
public final class DatabaseAway {

    /** Connection lost (08), out of resources such as disk space (53), server going down (57P). */
    private static final Set<String> GONE = Set.of("08", "53", "57");

    /** Stopped because it took too long, or somebody asked for it: the server is well. */
    private static final String STOPPED = "57014";

    /** More than the server can ever do, such as a value too long for an index; Spring takes it for want of resources. */
    private static final String TOO_MUCH = "54";

    /** H2's own: closed, disk failure, closing, connection broken. */
    private static final Set<Integer> GONE_IN_H2 = Set.of(90098, 90031, 90121, 90067, 90028);

    private DatabaseAway() {}

    /** Whether that is behind the failure. */
    public static boolean causes(Throwable failure) {
        return cause(failure).isPresent();
    }

    /** What shows it; nothing for any other failure. */
    static Optional<Throwable> cause(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, DatabaseAway::behind)
                .filter(DatabaseAway::shows)
                .findFirst();
    }

    /** A transaction that cannot even be rolled back hides why it failed. */
    private static @Nullable Throwable behind(Throwable failure) {
        return failure instanceof TransactionSystemException lost && lost.getApplicationException() != null
                ? lost.getApplicationException()
                : failure.getCause();
    }

    private static boolean shows(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return sql instanceof SQLTransientConnectionException
                    || closedInH2(sql)
                    || GONE.contains(kind(sql)) && !STOPPED.equals(sql.getSQLState());
        }
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                        && !(failure.getCause() instanceof SQLException sql && TOO_MUCH.equals(kind(sql)));
    }

    /** Whether H2 closed the database because of it, or will close it: nothing more is stored through this connection. */
    static boolean closedInH2(SQLException failure) {
        return GONE_IN_H2.contains(failure.getErrorCode())
                || Causes.of(failure).anyMatch(MVStoreException.class::isInstance);
    }

    /** The first two of the five letters; empty when there are not five. */
    private static String kind(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && state.length() == 5 ? state.substring(0, 2) : "";
    }
}
