package rollcall.provider;

import org.springframework.validation.Errors;
import rollcall.person.PersonDetails;

/**
 * Who somebody is that becomes a member because they attended.
 *
 * @param erasedToo whether the address may be one that was erased before
 */
record UnmatchedForm(String email, String firstName, String lastName, Boolean erasedToo) {

    UnmatchedForm {
        email = email == null ? "" : email;
        firstName = firstName == null ? "" : firstName;
        lastName = lastName == null ? "" : lastName;
        erasedToo = erasedToo != null && erasedToo;
    }

    /** As the provider has it: the last word of a name is the last name, until somebody says otherwise. */
    static UnmatchedForm of(UnmatchedAttendee one) {
        int cut = one.name().lastIndexOf(' ');
        return cut < 0
                ? new UnmatchedForm(one.email(), one.name(), "", false)
                : new UnmatchedForm(
                        one.email(), one.name().substring(0, cut), one.name().substring(cut + 1), false);
    }

    PersonDetails details() {
        return new PersonDetails(email, firstName, lastName, "", "", "", "", "", "").tidied();
    }

    void check(Errors errors) {
        details().problems().forEach(problem -> errors.rejectValue(problem.field(), problem.message()));
    }
}
