package rollcall.web;

import java.io.Serializable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One line that the next page says about what was just done. Templates find it as {@code flash}, or as {@code problem}
 * when it is about something that was not done.
 *
 * @param message the key of a message
 * @param arguments what stands in that message
 */
public record Flash(String kind, String message, Object[] arguments) implements Serializable {

    private static final String SUCCESS = "success";
    private static final String PROBLEM = "problem";

    /** Said on the page that the answer redirects to. */
    public static void success(RedirectAttributes next, String message, Object... arguments) {
        next.addFlashAttribute("flash", new Flash(SUCCESS, message, arguments));
    }

    /** Said as an alert on the page that the answer redirects to. */
    public static void problem(RedirectAttributes next, String message, Object... arguments) {
        next.addFlashAttribute("problem", new Flash(PROBLEM, message, arguments));
    }

    /** Said by this answer itself: a page, or a fragment together with {@code web/flash :: flash}. */
    public static void success(Model model, String message, Object... arguments) {
        model.addAttribute("flash", new Flash(SUCCESS, message, arguments));
    }

    /** Said as an alert by this answer itself. */
    public static void problem(Model model, String message, Object... arguments) {
        model.addAttribute("problem", new Flash(PROBLEM, message, arguments));
    }
}
