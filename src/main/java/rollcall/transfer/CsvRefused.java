package rollcall.transfer;

/** A file cannot be read as a whole; nothing of it is taken. */
class CsvRefused extends RuntimeException {

    /** The largest file, in bytes. */
    static final long MOST_BYTES = 50L * 1024 * 1024;

    static final int MOST_ROWS = 100_000;
    static final int MOST_COLUMNS = 100;
    /** In characters; together with the columns this also bounds a row to a megabyte. */
    static final int LONGEST_CELL = 10_000;

    /** Why; each has a message {@code transfer.csv.…} with the line as its argument. */
    enum Reason {
        EMPTY,
        NO_ROWS,
        NOT_TEXT,
        TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG,
        QUOTE_NOT_CLOSED,
        TEXT_AFTER_QUOTE,
        HEADER_NOT_FOUND
    }

    private final Reason reason;
    private final long line;

    CsvRefused(Reason reason, long line) {
        super(reason + " at line " + line);
        this.reason = reason;
        this.line = line;
    }

    Reason reason() {
        return reason;
    }

    /** Where it went wrong, counted from 1; 0 when it concerns the file as a whole. */
    long line() {
        return line;
    }

    String messageKey() {
        return "transfer.csv." + reason;
    }
}
