package rollcall.transfer;

/** Ends the reading of one row at the first thing that is wrong with it. */
class RowRefused extends RuntimeException {

    private final transient Refusal refusal;

    RowRefused(Refusal refusal) {
        super(refusal.reason().name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
