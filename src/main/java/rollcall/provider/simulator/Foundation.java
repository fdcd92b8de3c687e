package rollcall.provider.simulator;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.program.Program;
import rollcall.program.ProgramChanged;
import rollcall.program.ProgramRemoved;

/** Makes the webinar of a program, and keeps its title and times as the program has them. */
@Component
class Foundation {

    private final SimulatedWebinars webinars;
    private final TransactionTemplate apart;

    Foundation(SimulatedWebinars webinars, PlatformTransactionManager transactions) {
        this.webinars = webinars;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The program's webinar; made when there is none, however many ask at once. */
    SimulatedWebinar of(Program program) {
        try {
            apart.executeWithoutResult(begun -> makeOnce(program));
        } catch (DuplicateKeyException somebodyWasFaster) {
            // It is there, which is all that was asked.
        }
        return webinars.ofProgram(program.key()).orElseThrow();
    }

    private void makeOnce(Program program) {
        if (webinars.ofProgram(program.key()).isEmpty()) {
            webinars.insert(program);
        }
    }

    @EventListener
    void on(ProgramChanged changed) {
        webinars.follow(changed.after());
    }

    /** A program that is taken away leaves nobody behind. */
    @EventListener
    void on(ProgramRemoved removed) {
        webinars.ofProgram(removed.programId()).ifPresent(webinar -> webinars.delete(webinar.id()));
    }
}
