package rollcall.member;

import java.util.List;
import java.util.Set;
import rollcall.person.PersonField;

/** What must be known of people before they can register. Each room that needs something declares a bean of this type. */
public interface RequiredFields {

    /** Empty when the program needs nothing but an address. */
    Set<PersonField> of(long programId);

    /** The names of questions that must be answered as well; an answer counts under that name, whatever its case. */
    default List<String> answers(long programId) {
        return List.of();
    }
}
