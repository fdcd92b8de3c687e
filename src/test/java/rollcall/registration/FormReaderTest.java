package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import rollcall.person.PersonDetails;
import rollcall.registration.Filled.Consent;

/** What becomes of what somebody sends, who may be anybody. */
class FormReaderTest {

    static final Form FORM = new Form(List.of(
            Field.of(FieldKind.FIRST_NAME, true),
            Field.of(FieldKind.LAST_NAME, true),
            Field.of(FieldKind.EMAIL, true),
            Field.of(FieldKind.LANGUAGE, false),
            question("q1", FieldKind.SHORT_TEXT, false),
            question("q2", FieldKind.LONG_TEXT, false),
            question("q3", FieldKind.ONE, true),
            question("q4", FieldKind.SEVERAL, false),
            question("q5", FieldKind.YES_NO, false),
            question("q6", FieldKind.CONSENT, false)));

    static Field question(String key, FieldKind kind, boolean required) {
        return new Field(
                key,
                kind,
                kind.name(),
                "Label",
                "",
                kind == FieldKind.CONSENT ? "I agree." : "",
                required,
                kind.choices() ? List.of("Tea", "Coffee") : List.of(),
                false);
    }

    private static LinkedMultiValueMap<String, String> good() {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("firstName", "Ada");
        sent.add("lastName", "Lovelace");
        sent.add("email", "ada@example.org");
        sent.add("q3", "Tea");
        return sent;
    }

    @Test
    void whatIsRightIsRead() {
        var sent = good();
        sent.set("firstName", "  Ame\u0301lie ");
        sent.addAll("q4", List.of("Coffee", "Tea", "Tea"));
        sent.add("q2", "one\r\ntwo");
        sent.add("q5", "no");
        sent.add("q6", "yes");
        sent.add("role", "administrator");
        var filled = FORM.read(sent);

        assertThat(filled.ok()).isTrue();
        assertThat(filled.email()).isEqualTo("ada@example.org");
        assertThat(filled.person())
                .isEqualTo(new PersonDetails("ada@example.org", "Am\u00e9lie", "Lovelace", "", "", "", "", "", ""));
        assertThat(filled.answers())
                .isEqualTo(Map.of(
                        "LONG_TEXT",
                        "one\ntwo",
                        "ONE",
                        "Tea",
                        "SEVERAL",
                        "Coffee; Tea",
                        "YES_NO",
                        "no",
                        "CONSENT",
                        "yes"));
        assertThat(filled.consents()).containsExactly(new Consent("CONSENT", "I agree.", true));
    }

    @Test
    void aConsentThatIsNotGivenIsRefused() {
        var filled = FORM.read(good());
        assertThat(filled.answers()).isEqualTo(Map.of("ONE", "Tea", "CONSENT", "no"));
        assertThat(filled.consents()).containsExactly(new Consent("CONSENT", "I agree.", false));
    }

    @Test
    void nothingThatWasTypedIsLost() {
        var sent = good();
        sent.set("email", "ada at example");
        sent.set("q3", "Water");
        var filled = FORM.read(sent);
        assertThat(filled.typed("email")).isEqualTo("ada at example");
        assertThat(filled.typed("firstName")).isEqualTo("Ada");
        assertThat(filled.errors())
                .extracting(problem -> problem.field().key(), Filled.Problem::message)
                .containsExactly(tuple("email", "person.email.invalid"), tuple("q3", "form.no-option"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "firstName | ''                  | form.missing",
                "firstName | '   '               | form.missing",
                "firstName | 'A\nda'             | form.unwanted-characters",
                "firstName | 'A\u202Eda'         | form.unwanted-characters",
                "firstName | '<script>'          | -",
                "email     | ''                  | person.email.missing",
                "email     | 'a@b@example.org'   | person.email.invalid",
                "email     | 'a@example'         | person.email.invalid",
                "email     | '\u00e5sa@example.org' | -",
                "q1        | 'x\u0007'           | form.unwanted-characters",
                "q3        | ''                  | form.missing.choose",
                "q3        | 'tea'               | form.no-option",
                "q4        | 'Milk'              | form.no-option",
                "q5        | 'maybe'             | form.no-option",
                "q6        | 'on'                | form.no-option",
            })
    void eachFieldHasItsRule(String key, String value, String message) {
        var sent = good();
        sent.set(key, value.replace("\\n", "\n"));
        assertThat(FORM.read(sent).error(key)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"firstName,100", "lastName,100", "q1,200", "q2,5000", "language,20"})
    void eachTextHasItsEnd(String key, int longest) {
        var sent = good();
        sent.set(key, "x".repeat(longest));
        assertThat(FORM.read(sent).ok()).isTrue();
        sent.set(key, "x".repeat(longest + 1));
        assertThat(FORM.read(sent).error(key)).isEqualTo("form.too-long");
    }

    @Test
    void nothingAtAllIsMissingWhatIsRequired() {
        assertThat(FORM.read(new LinkedMultiValueMap<>()).errors())
                .extracting(problem -> problem.field().key())
                .containsExactly("firstName", "lastName", "email", "q3");
        var nulls = new LinkedMultiValueMap<String, String>();
        nulls.add("firstName", null);
        assertThat(FORM.read(nulls).error("firstName")).isEqualTo("form.missing");
    }
}
