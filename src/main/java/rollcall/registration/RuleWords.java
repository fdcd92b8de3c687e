package rollcall.registration;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import rollcall.registration.FirstStatus.Rule;

/** What a rule says of itself where it stands as the reason of a status. */
@Component
class RuleWords {

    private final MessageSource messages;

    RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One reason for everybody who reads the history, whatever the language of who caused it. */
    String reason(Rule rule, String email) {
        var domain = email.substring(email.lastIndexOf('@') + 1);
        return messages.getMessage("registration.reason." + rule, new Object[] {domain}, Locale.ENGLISH);
    }
}
