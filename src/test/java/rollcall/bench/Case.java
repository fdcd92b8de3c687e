package rollcall.bench;

/** Something that is measured. Found by {@link Bench} through the service loader of the JDK. */
public interface Case {

    /** The word by which it is asked for. */
    String name();

    /** Measures on a database that is new and has nothing but the schema. */
    void measure(Ground ground, Figures figures) throws Exception;
}
