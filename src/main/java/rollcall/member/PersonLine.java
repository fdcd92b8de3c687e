package rollcall.member;

/**
 * One person as a list shows them.
 *
 * @param programs in how many programs that the asker may see the person is or was
 */
public record PersonLine(long id, String name, String email, String company, int programs) {

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        return name.isEmpty() ? email : name;
    }
}
