package rollcall.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import rollcall.person.EmailAddress;
import rollcall.web.Text;

/** An address that is to get no mail, and why, as it was typed. */
record SuppressionForm(String email, String words) {

    static final SuppressionForm BLANK = new SuppressionForm("", "");

    private static final int LONGEST = 500;

    SuppressionForm(@Nullable String email, @Nullable String words) {
        this.email = Objects.requireNonNullElse(email, "");
        this.words = Objects.requireNonNullElse(words, "");
    }

    void check(BindingResult errors) {
        if (EmailAddress.parse(email).isEmpty()) {
            errors.rejectValue("email", email.isBlank() ? "person.email.missing" : "person.email.invalid");
        }
        if (words.isBlank()) {
            errors.rejectValue("words", "mail.suppressions.words.missing");
        } else if (words.length() > LONGEST) {
            errors.rejectValue("words", "mail.suppressions.words.too-long");
        } else if (Text.unwanted(words)) {
            errors.rejectValue("words", "web.plain-text");
        }
    }
}
