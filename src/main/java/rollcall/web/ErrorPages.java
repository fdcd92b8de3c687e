package rollcall.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What is shown when a request comes to nothing, wherever that was noticed: in a controller, a filter or the server. A
 * page in the frame; for htmx a note for the alert region.
 */
@Controller
class ErrorPages implements ErrorController {

    /** Those that have words of their own; others are told as the nearest of 400 and 500. */
    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 409, 413, 429, 500, 503, 507);

    @RequestMapping("${spring.web.error.path:/error}")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = statusOf(request);
        response.setStatus(status);
        model.addAttribute("status", told(status));
        if (Boolean.TRUE.equals(request.getAttribute(Unsent.STALE_FORM))) {
            model.addAttribute("what", "stale");
        }
        if (request.getHeader("HX-Request") == null) {
            return "web/error";
        }
        response.setHeader("HX-Retarget", "#alert");
        return "web/error :: alert";
    }

    private static int statusOf(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return code instanceof Integer status ? status : HttpStatus.NOT_FOUND.value();
    }

    private static int told(int status) {
        if (TOLD.contains(status)) {
            return status;
        }
        return status < 500 ? HttpStatus.BAD_REQUEST.value() : HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
