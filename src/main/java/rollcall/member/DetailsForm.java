package rollcall.member;

import static java.util.Objects.requireNonNullElse;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.validation.BindingResult;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;
import rollcall.program.TimeZones;

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

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

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

    /** @param stored what a file brought, whatever it is, may stay */
    void check(BindingResult errors, PersonDetails stored) {
        var typed = details();
        typed.problems().forEach(problem -> errors.rejectValue(problem.field(), problem.message()));
        refuse(errors, PersonField.LANGUAGE, typed, stored, DetailsForm::isLanguage);
        refuse(errors, PersonField.ZONE, typed, stored, TimeZones::known);
    }

    private static void refuse(
            BindingResult errors,
            PersonField field,
            PersonDetails typed,
            PersonDetails stored,
            Predicate<String> known) {
        var text = field.of(typed);
        if (!text.isEmpty() && !text.equals(field.of(stored)) && !known.test(text)) {
            errors.rejectValue(field.fieldName(), "person.unknown." + field.fieldName());
        }
    }

    private static boolean isLanguage(String tag) {
        return LANGUAGES.contains(Locale.forLanguageTag(tag.replace('_', '-')).getLanguage());
    }
}
