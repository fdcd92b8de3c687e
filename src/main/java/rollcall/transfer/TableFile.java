package rollcall.transfer;

/**
 * A file that {@link Tables} keeps.
 *
 * @param shownName what whoever uploaded it calls it
 * @param shape how it is read, in words of this room's own
 */
public record TableFile(String storedName, String shownName, String shape) {

    /** How its characters are stored, as people read it. */
    public String encoding() {
        return CsvShape.of(shape).encoding().label();
    }
}
