package rollcall.registration;

/** Somebody else changed the form since the asker saw it; nothing was stored. */
class StaleForm extends RuntimeException {

    StaleForm() {
        super("The form was changed meanwhile.");
    }
}
