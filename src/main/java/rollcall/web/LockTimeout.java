package rollcall.web;

import java.sql.SQLException;

/**
 * Whether a failure comes from a lock of H2 that did not come free in time. H2 reports it as it reports a statement that
 * took too long, so that Spring calls both a {@link org.springframework.dao.QueryTimeoutException}; only the number differs.
 */
public final class LockTimeout {

    static final int NUMBER = 50200;

    private LockTimeout() {}

    public static boolean causes(Throwable failure) {
        return Causes.of(failure).anyMatch(one -> one instanceof SQLException sql && sql.getErrorCode() == NUMBER);
    }
}
