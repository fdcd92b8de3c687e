package rollcall.person;

/** What happens to somebody who is known already when their details come in again. */
public enum Known {
    FILL_BLANKS,
    OVERWRITE,
    LEAVE
}
