package rollcall.bench;

import java.util.List;

/** Something that is measured. Found by {@link Bench} through the service loader of the JDK. */
public interface Case {

    /** The word by which it is asked for. */
    String name();

    /** What the application is started with besides what all cases have. */
    default List<String> settings() {
        return List.of();
    }

    /** Measures on a database that is new and has nothing but the schema. */
    void measure(Ground ground, Figures figures) throws Exception;
}
