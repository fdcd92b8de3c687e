package rollcall.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.person.PersonDetails.Problem;

class PersonDetailsTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org,               ada@example.org",
        "'  Ada@Example.ORG ',          ada@example.org",
        "o'neil+webinar@example.co.uk,  o'neil+webinar@example.co.uk",
        "åsa@brädspel.example,          åsa@brädspel.example",
        "A\u030Asa@example.org,         åsa@example.org",
        "first.last@sub-domain.example, first.last@sub-domain.example",
    })
    void anAddressHasOneKey(String typed, String key) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::key).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@@example.org",
                "ada @example.org",
                "ada@example..org",
                ".ada@example.org",
                "ada.@example.org",
                "ada@-example.org",
                "Ada <ada@example.org>",
                "ada@example.org, bob@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada\u202E@example.org",
            })
    void whatIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void anAddressIsNeverLongerThanAMailServerTakes() {
        var domain = "@" + "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(60) + ".example";
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(63) + domain)).isPresent();
        assertThat(EmailAddress.parse("a".repeat(64) + domain)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PersonField.class)
    void everyFieldHasALongest(PersonField field) {
        var text = "x".repeat(field.longest() + 1);
        assertThat(with(field, text).problems()).contains(new Problem(field.fieldName(), "person.too-long"));
        if (field != PersonField.EMAIL) {
            assertThat(with(field, text.substring(1)).problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\rb",
                "a\u001Bb",
                "a\u202Eb",
                "a\u2028b",
                "a\u061Cb",
                "a\u200Bb",
                "a\uFEFFb",
                "a\uD800b"
            })
    void controlBidiAndWidthlessCharactersAreRefused(String name) {
        assertThat(with(PersonField.FIRST_NAME, name).problems())
                .containsExactly(new Problem("firstName", "person.unwanted-characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "Test", "O'Brien", "👩‍🚀 Ada", "محمد", "X", "Åsa-Lena"})
    void namesAreNames(String name) {
        assertThat(with(PersonField.FIRST_NAME, name).problems()).isEmpty();
    }

    @Test
    void aMissingAddressIsToldApartFromAWrongOne() {
        assertThat(PersonDetails.ofEmail(" ").problems()).containsExactly(new Problem("email", "person.email.missing"));
        assertThat(PersonDetails.ofEmail("x").problems()).containsExactly(new Problem("email", "person.email.invalid"));
    }

    @Test
    void detailsFillBlanksOrOverwriteButNeverBlankOut() {
        var stored = with(PersonField.FIRST_NAME, "Ada");
        var brought = with(PersonField.COMPANY, "Engines").overwrittenBy(with(PersonField.FIRST_NAME, "Augusta"));

        assertThat(stored.filledFrom(brought))
                .returns("Ada", PersonDetails::firstName)
                .returns("Engines", PersonDetails::company);
        assertThat(stored.overwrittenBy(brought))
                .returns("Augusta", PersonDetails::firstName)
                .returns("Engines", PersonDetails::company);
        assertThat(stored.overwrittenBy(with(PersonField.COMPANY, ""))).isEqualTo(stored);
    }

    @Test
    void whatIsStoredIsTrimmedAndComposed() {
        assertThat(with(PersonField.LAST_NAME, "  O\u0308berg ").tidied().lastName())
                .isEqualTo("Öberg");
    }

    private static PersonDetails with(PersonField field, String text) {
        return new PersonDetails(
                field == PersonField.EMAIL ? text : "ada@example.org",
                field == PersonField.FIRST_NAME ? text : "",
                field == PersonField.LAST_NAME ? text : "",
                field == PersonField.COMPANY ? text : "",
                field == PersonField.JOB_TITLE ? text : "",
                field == PersonField.PHONE ? text : "",
                field == PersonField.COUNTRY ? text : "",
                field == PersonField.LANGUAGE ? text : "",
                field == PersonField.ZONE ? text : "");
    }
}
