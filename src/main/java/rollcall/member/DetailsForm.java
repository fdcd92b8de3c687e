package rollcall.member;

import static java.util.Objects.requireNonNullElse;

import org.springframework.validation.BindingResult;
import rollcall.person.Person;
import rollcall.person.PersonDetails;

/**
 * What somebody types about a person.
 *
 * @param version of the person as the typist saw it; one that no person has when it was not sent
 * @param erasedToo whether the address may be one that was erased before
 */
record DetailsForm(
        Integer version,
        String email,
        String firstName,
        String lastName,
        String company,
        String jobTitle,
        String phone,
        String country,
        String language,
        String zone,
        Boolean erasedToo) {

    DetailsForm {
        erasedToo = requireNonNullElse(erasedToo, false);
        version = requireNonNullElse(version, -1);
        email = requireNonNullElse(email, "");
        firstName = requireNonNullElse(firstName, "");
        lastName = requireNonNullElse(lastName, "");
        company = requireNonNullElse(company, "");
        jobTitle = requireNonNullElse(jobTitle, "");
        phone = requireNonNullElse(phone, "");
        country = requireNonNullElse(country, "");
        language = requireNonNullElse(language, "");
        zone = requireNonNullElse(zone, "");
    }

    static DetailsForm of(Person person) {
        return of(person.version(), person.details(), false);
    }

    static DetailsForm of(int version, PersonDetails details, boolean erasedToo) {
        return new DetailsForm(
                version,
                details.email(),
                details.firstName(),
                details.lastName(),
                details.company(),
                details.jobTitle(),
                details.phone(),
                details.country(),
                details.language(),
                details.zone(),
                erasedToo);
    }

    PersonDetails details() {
        return new PersonDetails(email, firstName, lastName, company, jobTitle, phone, country, language, zone)
                .tidied();
    }

    void check(BindingResult errors) {
        details().problems().forEach(problem -> errors.rejectValue(problem.field(), problem.message()));
    }
}
