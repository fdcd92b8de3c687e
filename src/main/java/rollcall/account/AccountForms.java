package rollcall.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import rollcall.web.Text;

/** What the forms of this room ask alike: an address, a name, a password twice. Each says at its field what is wrong. */
@Component
class AccountForms {

    static final int LONGEST_NAME = 100;

    private final PasswordChanges passwords;

    AccountForms(PasswordChanges passwords) {
        this.passwords = passwords;
    }

    NewAccount check(@Nullable String email, @Nullable String name, Rights rights, BindingResult errors) {
        var account = new NewAccount(text(email), text(name), rights);
        checkEmail(account.email(), errors);
        checkName(account.name(), errors);
        return account;
    }

    void checkEmail(String email, BindingResult errors) {
        if (!EmailShape.fits(email)) {
            errors.rejectValue("email", "account.email.invalid");
        }
    }

    void checkName(String name, BindingResult errors) {
        if (name.isBlank()) {
            errors.rejectValue("name", "account.name.missing");
        } else if (name.length() > LONGEST_NAME || Text.unwanted(name) || name.contains("\n")) {
            errors.rejectValue("name", "account.name.invalid");
        }
    }

    void check(Account account, @Nullable String password, @Nullable String again, BindingResult errors) {
        check(passwords.problem(account, text(password)), password, again, errors);
    }

    void check(NewAccount account, @Nullable String password, @Nullable String again, BindingResult errors) {
        check(passwords.problem(account, text(password)), password, again, errors);
    }

    private static void check(
            Optional<String> problem, @Nullable String password, @Nullable String again, BindingResult errors) {
        problem.ifPresent(key -> errors.rejectValue("password", key));
        if (problem.isEmpty() && !text(password).equals(text(again))) {
            errors.rejectValue("again", "account.password.differs");
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
