package rollcall.torture;

import java.util.Set;
import rollcall.program.StatusCode;

/**
 * Something that was asked for, in one request.
 *
 * @param what to say in a report
 * @param people their e-mail addresses
 * @param to at least so far they are afterwards
 */
record Deed(int number, String what, Set<String> people, StatusCode to) {

    @Override
    public String toString() {
        return "%d (%s, %d to %s)".formatted(number, what, people.size(), to);
    }
}
