package rollcall.program;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.web.PageLocale;

/**
 * How statuses are said in the reader's language. Templates call this bean
 * {@code statusNames}.
 */
@Component("statusNames")
public class StatusNames {

    private final MessageSource messages;

    StatusNames(MessageSource messages) {
        this.messages = messages;
    }

    /** The built-in status in the reader's language; one that its channel's owner named, by that name. */
    public String of(Status status) {
        return of(status, LocaleContextHolder.getLocale());
    }

    /** As {@link #of(Status)}, in another language than the reader's. */
    public String of(Status status, Locale language) {
        return namedByOwner(status) ? status.name() : messages.getMessage("status." + status.key(), null, language);
    }

    /** Every name that the status goes by, in the languages that Rollcall speaks. */
    Set<String> all(Status status) {
        return PageLocale.SPOKEN.stream().map(language -> of(status, language)).collect(Collectors.toSet());
    }

    /**
     * How a name that somebody typed is stored. Nothing, or what a built-in status is called anyway in any language,
     * leaves it with its built-in name, which everybody reads in their own language.
     */
    String stored(String key, String typed) {
        if (StatusCode.of(key).isEmpty()) {
            return typed;
        }
        var builtIn = messages.getMessage("status." + key, null, Locale.ENGLISH);
        var usual = PageLocale.SPOKEN.stream()
                .anyMatch(language ->
                        messages.getMessage("status." + key, null, language).equals(typed));
        return typed.isEmpty() || usual ? builtIn : typed;
    }

    /** A built-in status is stored with its English name, so any other name is the owner's. */
    private boolean namedByOwner(Status status) {
        return StatusCode.of(status.key()).isEmpty()
                || !status.name().equals(messages.getMessage("status." + status.key(), null, Locale.ENGLISH));
    }
}
