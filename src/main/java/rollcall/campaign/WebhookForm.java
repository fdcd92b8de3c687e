package rollcall.campaign;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import rollcall.web.Text;

/** A webhook as an administrator types it. */
record WebhookForm(@Nullable String name, @Nullable String address) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2_000;

    static final WebhookForm BLANK = new WebhookForm("", "");

    WebhookForm {
        name = Text.tidy(Objects.requireNonNullElse(name, ""));
        address = Objects.requireNonNullElse(address, "").strip();
    }

    /** What was typed is put down as wrong when it is. */
    void check(boolean allowPrivate, Errors errors) {
        if (typedName().isEmpty() || typedName().length() > LONGEST_NAME || Text.unwanted(typedName())) {
            errors.rejectValue("name", "campaign.webhooks.name.missing");
        }
        if (typedAddress().length() > LONGEST_ADDRESS || parsed(allowPrivate).isEmpty()) {
            errors.rejectValue("address", "campaign.webhooks.address.wrong");
        }
    }

    private Optional<URI> parsed(boolean allowPrivate) {
        return WebhookAddress.parse(typedAddress(), allowPrivate)
                .filter(uri -> allowPrivate || !WebhookAddress.namesInside(uri.getHost()));
    }

    String typedName() {
        return Objects.requireNonNull(name);
    }

    String typedAddress() {
        return Objects.requireNonNull(address);
    }
}
