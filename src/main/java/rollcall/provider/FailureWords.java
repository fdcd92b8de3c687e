package rollcall.provider;

import org.springframework.stereotype.Component;
import rollcall.member.ReasonWords;

/** Says why a provider did not do what it was asked: in its own words, and what is ours in the reader's language. */
@Component
public class FailureWords {

    private final ReasonWords reasons;

    FailureWords(ReasonWords reasons) {
        this.reasons = reasons;
    }

    public String of(ProviderFailure failure) {
        return reasons.of(failure.words());
    }
}
