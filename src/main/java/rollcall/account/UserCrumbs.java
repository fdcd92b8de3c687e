package rollcall.account;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.web.Crumb;

/** The way back from a user to all of them. */
@Component
class UserCrumbs {

    private final MessageSource messages;

    UserCrumbs(MessageSource messages) {
        this.messages = messages;
    }

    List<Crumb> toUsers() {
        var users = messages.getMessage("account.users.title", null, LocaleContextHolder.getLocale());
        return List.of(new Crumb(users, UsersController.ADDRESS));
    }
}
