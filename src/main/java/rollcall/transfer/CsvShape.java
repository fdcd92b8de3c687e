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
}
