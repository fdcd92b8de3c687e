package rollcall.transfer;

/** What 03/04/2026 means. */
public enum DayOrder {
    /** Nobody said; such a date is not guessed. */
    UNSAID,
    DAY_FIRST,
    MONTH_FIRST
}
