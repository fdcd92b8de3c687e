package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Turns what a controller throws into a status that {@link ErrorPages} shows, and logs what is our fault. */
@ControllerAdvice
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    /** Security's own filter answers these: with the sign-in page, or with 403. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    void tell(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted() || DatabaseAway.causes(failure)) {
            throw failure;
        }
        var status = statusOf(failure);
        if (status.is5xxServerError()) {
            log.error("Request {} failed.", Frames.idOf(request), Trace.of(failure));
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        response.sendError(status.value());
    }

    private static HttpStatusCode statusOf(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            return known.getStatusCode();
        }
        if (NoRoomLeft.causes(failure)) {
            return HttpStatus.INSUFFICIENT_STORAGE;
        }
        if (inPath(failure)) {
            return HttpStatus.NOT_FOUND;
        }
        if (unreadable(failure)) {
            return HttpStatus.BAD_REQUEST;
        }
        var stated = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        return stated == null ? HttpStatus.INTERNAL_SERVER_ERROR : stated.code();
    }

    /** There is nothing at {@code /programs/abc}. */
    private static boolean inPath(Exception failure) {
        return failure instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static boolean unreadable(Exception failure) {
        return failure instanceof TypeMismatchException
                || failure instanceof BindException
                || failure instanceof MultipartException
                || failure instanceof HttpMessageNotReadableException;
    }
}
