package rollcall.provider;

/** What a report comes to for a member. */
enum Effect {
    /** A status is asked for, and will be given. */
    CHANGED,
    /** They are there already. */
    THERE,
    /** They are further already; nobody is lowered. */
    FURTHER,
    /** They were given that status by an earlier report, and somebody has decided otherwise since. */
    DECIDED,
    /** They left the program after the event had begun, and stay out. */
    STAYS_OUT,
    /** The provider has them, of whom that was not known here or who was in error; it is noted. */
    SETTLED,
    /** They are registered at the provider, and here only invited, waiting or turned down: somebody has to look at it. */
    SIGNED_UP,
    /** They were erased here; nothing is written of them any more. */
    CLOSED,
    /** They cancelled at the provider, and the program keeps them for somebody to look at. */
    KEPT,
    /** The report says nothing that matters for where they stand. */
    UNTOUCHED;

    /** Whether the door is asked, which then keeps in its books what became of it. */
    boolean asks() {
        return this == CHANGED || this == FURTHER;
    }
}
