package rollcall.job;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.web.LockTimeout;

/**
 * Runs work in a transaction, and repeats the whole of it, three times at most, when it lost a race: a deadlock, a lock
 * that did not come free in time, or a row that somebody else inserted first. Inside a transaction that is already
 * there, the work is part of it and the repeating is left to whoever opened it.
 */
@Component
public class Attempts {

    private static final int REPEATS = 3;

    private final TransactionTemplate transaction;

    Attempts(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** The work's answer, from the attempt that was committed. */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int repeats = 0; ; repeats++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (DataAccessException failure) {
                if (repeats == REPEATS || !lostRace(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean lostRace(DataAccessException failure) {
        return failure instanceof ConcurrencyFailureException
                || failure instanceof DuplicateKeyException
                || LockTimeout.causes(failure);
    }
}
