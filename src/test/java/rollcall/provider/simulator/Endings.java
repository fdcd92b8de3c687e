package rollcall.provider.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rollcall.provider.RegistrantsChanged;
import rollcall.provider.WebinarEnded;

/** Hears which webinars ended or have other registrants, and whether that is told inside the transaction. */
@Component
class Endings {

    final List<WebinarEnded> heard = new CopyOnWriteArrayList<>();
    final List<RegistrantsChanged> registrants = new CopyOnWriteArrayList<>();
    volatile boolean inTransaction;

    @EventListener
    void on(WebinarEnded ended) {
        heard.add(ended);
        inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
    }

    @EventListener
    void on(RegistrantsChanged changed) {
        registrants.add(changed);
    }
}
