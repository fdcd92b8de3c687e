package rollcall.desk;

import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.StatusNames;

/** What pictures say in words. Templates call this bean {@code deskWords}. */
@Component("deskWords")
class DeskWords {

    private final StatusNames names;
    private final MessageSource messages;

    DeskWords(StatusNames names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    /** 40 members: 5 Invited, 12 Registered. */
    public String shares(Overview overview) {
        var all = text("desk.members", overview.members());
        var some = overview.shares().stream()
                .filter(share -> share.count() > 0)
                .map(share -> text("desk.share", share.count(), names.of(share.status())))
                .collect(Collectors.joining(", "));
        return some.isEmpty() ? all : all + ": " + some;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
