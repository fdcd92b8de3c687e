package rollcall.provider;

/** A provider could not be read; says why. */
public class ProviderTrouble extends RuntimeException {

    private final transient ProviderFailure failure;

    public ProviderTrouble(ProviderFailure failure) {
        super(failure.getClass().getSimpleName()); // never the words: they may name somebody, and this ends in a log
        this.failure = failure;
    }

    public ProviderFailure failure() {
        return failure;
    }
}
