package rollcall.transfer;

/**
 * How a file is to be read.
 *
 * @param headerLine the line on which the row of headings begins, counted from 1; 0 for a file without one. What stands
 *     above it, as in the reports of webinar providers, is not read
 */
record CsvShape(Encoding encoding, Delimiter delimiter, long headerLine) {

    boolean hasHeader() {
        return headerLine > 0;
    }

    /** As {@link #of} reads it. */
    String stored() {
        return "%s %s %d".formatted(encoding, delimiter, headerLine);
    }

    static CsvShape of(String stored) {
        var parts = stored.split(" ", 3);
        return new CsvShape(Encoding.valueOf(parts[0]), Delimiter.valueOf(parts[1]), Long.parseLong(parts[2]));
    }
}
