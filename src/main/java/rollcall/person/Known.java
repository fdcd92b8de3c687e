package rollcall.person;

/** What happens to somebody who is known already when their details come in again. */
public enum Known {
    FILL_BLANKS,
    OVERWRITE,
    LEAVE;

    /** What is known after {@code brought} came in for somebody of whom {@code stored} was known. */
    public PersonDetails combine(PersonDetails stored, PersonDetails brought) {
        return switch (this) {
            case FILL_BLANKS -> stored.filledFrom(brought);
            case OVERWRITE -> stored.overwrittenBy(brought);
            case LEAVE -> stored;
        };
    }
}
