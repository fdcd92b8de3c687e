package rollcall.member;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears what the door tells, and whether it tells it inside the transaction. */
@Component
class Ears {

    final List<StatusesChanged> heard = new CopyOnWriteArrayList<>();
    volatile boolean inTransaction;

    @EventListener
    void on(StatusesChanged changed) {
        heard.add(changed);
        inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
    }
}
