package rollcall.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says at once when there is no room for a file that arrives. The server puts it down in its temporary folder when the form
 * is first asked for anything; when that fails it drops the whole form, as {@link UploadLimit} says, and what it had put
 * down.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class UploadRoom extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UploadRoom.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasRoom(request)) {
            chain.doFilter(request, response);
        } else {
            log.error("Request {} found no room for its file.", Frames.idOf(request));
            response.sendError(HttpStatus.INSUFFICIENT_STORAGE.value());
        }
    }

    /** Whatever else is wrong with the form is told where it is read. */
    private static boolean hasRoom(HttpServletRequest request) {
        try {
            request.getParts();
            return true;
        } catch (IOException | ServletException | RuntimeException failure) {
            return !NoRoomLeft.causes(failure);
        }
    }
}
