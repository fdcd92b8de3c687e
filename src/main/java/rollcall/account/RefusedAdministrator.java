package rollcall.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The administrator that the configuration names cannot be made; the message says why in one sentence. */
class RefusedAdministrator extends RuntimeException {

    RefusedAdministrator(String sentence) {
        super(sentence);
    }

    /** Lets the start end with that sentence. */
    static class Analyzer extends AbstractFailureAnalyzer<RefusedAdministrator> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, RefusedAdministrator refused) {
            return new FailureAnalysis(refused.getMessage(), null, failure);
        }
    }
}
