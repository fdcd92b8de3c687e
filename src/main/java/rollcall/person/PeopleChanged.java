package rollcall.person;

import java.util.Collection;

/** Details of these people changed, inside the transaction that stores them. */
public record PeopleChanged(Collection<Long> personIds) {}
