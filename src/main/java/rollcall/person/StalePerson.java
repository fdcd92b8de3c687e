package rollcall.person;

/** Somebody else changed the person since the asker saw them; nothing was stored. */
public class StalePerson extends RuntimeException {

    private final transient Person current;

    StalePerson(Person current) {
        super("The person was changed meanwhile.");
        this.current = current;
    }

    public Person current() {
        return current;
    }
}
