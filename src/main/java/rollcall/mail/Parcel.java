package rollcall.mail;

/** A letter that can be said, and to whom. */
record Parcel(Waiting letter, Rendering.Outcome.Said said) {

    long id() {
        return letter.id();
    }
}
