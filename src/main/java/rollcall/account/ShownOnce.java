package rollcall.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.web.BrokenSeal;
import rollcall.web.Seals;

/** Hands a secret to the next page, the only one that shows it. On its way it lies in the stored session, sealed. */
@Component
class ShownOnce {

    private final Seals seals;

    ShownOnce(Seals seals) {
        this.seals = seals;
    }

    void hand(RedirectAttributes next, String name, String secret) {
        next.addFlashAttribute(name, seals.seal(secret, name));
    }

    /** What the page before handed over under that name, if anything. */
    Optional<String> handed(Model model, String name) {
        try {
            return model.getAttribute(name) instanceof String sealed
                    ? Optional.of(seals.open(sealed, name))
                    : Optional.empty();
        } catch (BrokenSeal madeUp) {
            return Optional.empty();
        }
    }
}
