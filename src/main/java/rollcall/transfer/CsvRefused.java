package rollcall.transfer;

/** A file cannot be read as a whole; nothing of it is taken. */
public class CsvRefused extends RuntimeException {

    static final int MOST_COLUMNS = 100;
    /** In characters; together with the columns this also bounds a row to a megabyte. */
    static final int LONGEST_CELL = 10_000;

    /** Why; each has a message {@code transfer.csv.…} with {@link #arguments}. */
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
    private final long most;

    CsvRefused(Reason reason, long line) {
        this(reason, line, 0);
    }

    private CsvRefused(Reason reason, long line, long most) {
        super(reason + " at line " + line);
        this.reason = reason;
        this.line = line;
        this.most = most;
    }

    static CsvRefused tooManyRows(long line, long most) {
        return new CsvRefused(Reason.TOO_MANY_ROWS, line, most);
    }

    Reason reason() {
        return reason;
    }

    /** Where it went wrong, counted from 1; 0 when it concerns the file as a whole. */
    public long line() {
        return line;
    }

    /** What the message mentions: the line, and how many rows there may be. */
    public Object[] arguments() {
        return new Object[] {line, most};
    }

    public String messageKey() {
        return "transfer.csv." + reason;
    }
}
