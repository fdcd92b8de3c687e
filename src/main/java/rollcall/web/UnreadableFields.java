package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.SimpleTypeConverter;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.multipart.MultipartFile;

/**
 * A field of a form that cannot be read, such as letters for a number, is one that was not filled in: the form says what
 * it misses. No browser sends such a thing, and without this no form could be made of what was sent, to say anything.
 */
@ControllerAdvice
class UnreadableFields {

    /** What stands in an address is asked for, not typed: there, something unreadable is refused. */
    @InitBinder
    void readAsNothing(WebDataBinder binder, HttpServletRequest request) {
        var form = binder.getTargetType();
        if (form != null && form.toClass().isRecord() && "POST".equals(request.getMethod())) {
            Stream.of(form.toClass().getRecordComponents())
                    .map(UnreadableFields::typeOf)
                    .filter(UnreadableFields::mayBeUnreadable)
                    .forEach(type -> binder.registerCustomEditor(type, new OrNothing(type)));
        }
    }

    /** Of the field, or of its elements. */
    private static Class<?> typeOf(RecordComponent field) {
        var type = ResolvableType.forType(field.getGenericType());
        return (type.hasGenerics() ? type.getGeneric(0) : type).toClass();
    }

    private static boolean mayBeUnreadable(Class<?> type) {
        return type.isEnum()
                || type == Boolean.class
                || Number.class.isAssignableFrom(type)
                || MultipartFile.class.isAssignableFrom(type);
    }

    private static final class OrNothing extends PropertyEditorSupport {

        private final Class<?> type;

        OrNothing(Class<?> type) {
            this.type = type;
        }

        @Override
        public void setAsText(@Nullable String text) {
            setValue(read(text));
        }

        private @Nullable Object read(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : new SimpleTypeConverter().convertIfNecessary(text, type);
            } catch (TypeMismatchException unreadable) {
                return null;
            }
        }
    }
}
