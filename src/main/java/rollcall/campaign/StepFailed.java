package rollcall.campaign;

/** A step cannot be done for somebody, for a reason that can be said; its message is the key of one. */
class StepFailed extends RuntimeException {

    StepFailed(String message) {
        super(message);
    }
}
