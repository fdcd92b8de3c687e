package rollcall.provider;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** What providers are called. Templates call this bean {@code providerNames}. */
@Component("providerNames")
public class ProviderNames {

    private final MessageSource messages;

    ProviderNames(MessageSource messages) {
        this.messages = messages;
    }

    /** In the reader's language. */
    public String of(String kind) {
        return name(kind, LocaleContextHolder.getLocale());
    }

    /** A provider as the author of what it reported, called as in English whoever reads it later. */
    Actor actor(EventRef event) {
        var kind = event.kind();
        return new Actor("provider:" + kind, name(kind, Locale.ENGLISH));
    }

    private String name(String kind, Locale language) {
        return Objects.requireNonNullElse(messages.getMessage("provider.kind." + kind, null, kind, language), kind);
    }
}
