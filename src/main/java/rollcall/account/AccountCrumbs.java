package rollcall.account;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.web.Crumb;

/** The way back from a page to the one that leads to it. */
@Component
class AccountCrumbs {

    private final MessageSource messages;

    AccountCrumbs(MessageSource messages) {
        this.messages = messages;
    }

    List<Crumb> toUsers() {
        return to("account.users.title", UsersController.ADDRESS);
    }

    List<Crumb> toMyAccount() {
        return to("account.title", AccountPage.ADDRESS);
    }

    private List<Crumb> to(String title, String address) {
        return List.of(new Crumb(messages.getMessage(title, null, LocaleContextHolder.getLocale()), address));
    }
}
