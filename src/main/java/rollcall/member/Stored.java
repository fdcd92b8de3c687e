package rollcall.member;

/** What asking for a saved view comes to. What somebody can cause is an answer, not an error. */
sealed interface Stored {

    record Done(SavedView view) implements Stored {}

    /** The same owner has another view of that name. */
    record NameTaken() implements Stored {}

    /** The owner has as many as fit in a program. */
    record TooMany() implements Stored {}

    /** Somebody changed it since the asker saw it; nothing was stored. */
    record Stale(SavedView now) implements Stored {}
}
