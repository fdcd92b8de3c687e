package rollcall.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomBooleanEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A browser sends nothing for a box that is not ticked, and a script leaves out what it does not want: both mean no.
 * Without this, a form with a {@code boolean} that is missing could not be read at all.
 */
@ControllerAdvice
class UntickedBoxes {

    @InitBinder
    void readNothingAsNo(WebDataBinder binder) {
        binder.registerCustomEditor(boolean.class, new NothingIsNo());
    }

    private static final class NothingIsNo extends CustomBooleanEditor {

        NothingIsNo() {
            super(true);
        }

        /** Whatever else stands there is no tick either. */
        @Override
        public void setAsText(@Nullable String text) {
            try {
                super.setAsText(text);
            } catch (IllegalArgumentException unreadable) {
                setValue(Boolean.FALSE);
            }
        }

        @Override
        public void setValue(@Nullable Object value) {
            super.setValue(value == null ? Boolean.FALSE : value);
        }
    }
}
