package rollcall.account;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the frame of a page shows of the person who looks at it.
 *
 * @param manages whether they manage any program
 * @param zone IANA name; empty for none chosen
 * @param shortcuts whether single keys do something
 */
public record Me(String name, boolean administrator, boolean manages, String zone, boolean shortcuts) {

    static Me of(Account account) {
        return new Me(
                account.name(),
                account.rights().administrator(),
                account.rights().manages(),
                account.zone(),
                account.shortcuts());
    }

    /** Gives every page {@code me}; null for who has not signed in. */
    @ControllerAdvice
    static class OnEveryPage {

        @ModelAttribute("me")
        @Nullable
        Me me() {
            return SignedInAccount.now().map(who -> of(who.account())).orElse(null);
        }
    }
}
