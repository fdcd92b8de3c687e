package rollcall.program;

/**
 * Who does something: somebody who signed in, or the house itself.
 *
 * @param key stable, carries no personal data, and is what logs may show: {@code account:12} or {@code system}
 * @param name as people read it in the history, kept as it was when the thing was done
 */
public record Actor(String key, String name) {

    /** The house: what happens by itself and needs nobody's right. */
    public static final Actor SYSTEM = new Actor("system", "Rollcall");

    private static final String ACCOUNT = "account:";

    public static Actor account(long id, String name) {
        return new Actor(ACCOUNT + id, name);
    }

    /** Whether it is a person with an account, who opens pages. */
    public boolean signsIn() {
        return key.startsWith(ACCOUNT);
    }
}
