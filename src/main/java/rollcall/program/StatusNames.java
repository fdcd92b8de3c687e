package rollcall.program;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How statuses, and refusals that name them, are said in the reader's language. Templates call this bean
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

    /** Why a status was not given, in words that may stand after a person's name. */
    public String of(Move.Skip skip, Status asked) {
        return reason(skip.reason(), skip.at(), asked);
    }

    /** As {@link #of(Move.Skip, Status)}; {@code at} is null for somebody who never was a member. */
    public String reason(Move.Reason reason, @Nullable Status at, Status asked) {
        var from = at == null ? "–" : of(at);
        return text("move.skip." + reason, from, of(asked), at == null ? 0 : at.step(), asked.step());
    }

    /** A built-in status is stored with its English name, so any other name is the owner's. */
    private boolean namedByOwner(Status status) {
        return StatusCode.of(status.key()).isEmpty()
                || !status.name().equals(messages.getMessage("status." + status.key(), null, Locale.ENGLISH));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
