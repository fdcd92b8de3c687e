package rollcall.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The way back to a page that a form names, as long as it lies in this house. */
public final class Back {

    /** One slash, then neither a slash nor a backslash: browsers read both as the beginning of another host. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private Back() {}

    /** A redirect (303) to that address; to the front page when it leads elsewhere. */
    public static View to(String address) {
        var view = new RedirectView(safe(address), true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** The address itself, or {@code /} when it leads out of this house. */
    public static String safe(String address) {
        return HERE.matcher(address).matches() && staysHere(address) ? address : "/";
    }

    private static boolean staysHere(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() == null && !uri.isAbsolute();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
