package rollcall.provider;

/** What came of telling the provider what to do with a registrant. */
public sealed interface DecisionOutcome {

    /** It is so now; also when it was so before, or when the provider knows no such registrant to cancel. */
    record Done() implements DecisionOutcome {}

    /** Its interface cannot do this; a person has to do it there. */
    record NotSupported() implements DecisionOutcome {}

    record Failed(ProviderFailure failure) implements DecisionOutcome {}
}
