package rollcall.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the house, beside what {@code spring.mail} says of the server.
 *
 * @param from whom letters come from, {@code Rollcall <events@example.org>}; empty without a mail server
 * @param replyTo where answers go; empty for the same address
 * @param senders how many senders are at work at the same time, on all nodes together
 */
@ConfigurationProperties("rollcall.mail")
record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("") String replyTo,
        @DefaultValue("2") int senders) {

    MailSettings {
        if (senders < 1 || senders > 16) {
            throw new IllegalArgumentException("rollcall.mail.senders must be between 1 and 16.");
        }
    }

    /** @throws IllegalStateException when there is none, in words for whoever starts Rollcall */
    InternetAddress sender() {
        return address("rollcall.mail.from", from)
                .orElseThrow(() -> new IllegalStateException("A mail server is set (spring.mail.host), so"
                        + " rollcall.mail.from must say whom mail comes from, such as"
                        + " \"Rollcall <events@example.org>\"."));
    }

    @Nullable
    InternetAddress answers() {
        return address("rollcall.mail.reply-to", replyTo).orElse(null);
    }

    private static Optional<InternetAddress> address(String setting, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var all = InternetAddress.parse(text, true);
            if (all.length == 1) {
                all[0].validate();
                return Optional.of(all[0]);
            }
        } catch (AddressException noAddress) {
            // said below
        }
        throw new IllegalStateException(
                setting + " must be one e-mail address, such as \"Rollcall <events@example.org>\".");
    }
}
