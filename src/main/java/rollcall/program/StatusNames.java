package rollcall.program;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

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

    /** A built-in status is stored with its English name, so any other name is the owner's. */
    private boolean namedByOwner(Status status) {
        return StatusCode.of(status.key()).isEmpty()
                || !status.name().equals(messages.getMessage("status." + status.key(), null, Locale.ENGLISH));
    }
}
