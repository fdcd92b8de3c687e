package rollcall.provider;

/** Why a provider could not be read. */
public enum RefreshProblem {
    REJECTED,
    TEMPORARY,
    THROTTLED,
    BARRED,
    UNCLEAR,
    /** It goes round in circles: a page of its report names itself as the next one. */
    ENDLESS;

    static RefreshProblem of(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.Rejected refused -> REJECTED;
            case ProviderFailure.Temporary down -> TEMPORARY;
            case ProviderFailure.Throttled busy -> THROTTLED;
            case ProviderFailure.Barred barred -> BARRED;
            case ProviderFailure.Unclear silence -> UNCLEAR;
        };
    }

    /** Whether waiting may help, so that trying again sooner than planned makes sense. */
    boolean passes() {
        return this == TEMPORARY || this == THROTTLED || this == UNCLEAR;
    }

    /** The key of the message that says it. */
    String message() {
        return "provider.refresh.problem." + this;
    }
}
