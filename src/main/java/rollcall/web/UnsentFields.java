package rollcall.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/** Puts what was typed into an {@link Unsent} form back into that form, wherever it stands on a page. */
@Component
class UnsentFields extends AbstractDialect implements IPostProcessorDialect {

    UnsentFields() {
        super("unsent fields");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return 1000;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Handler.class, 1000));
    }

    /** Thymeleaf makes one for each page. */
    public static final class Handler extends AbstractTemplateHandler {

        private static final Set<String> TICKED = Set.of("checkbox", "radio");
        private static final Set<String> LEFT_ALONE = Set.of("password", "file", "submit", "button", "image", "reset");

        /** What is still to be put in, by field: a field that stands there twice takes its values in their order. */
        private final Map<String, Deque<String>> left = new HashMap<>();

        private @Nullable Unsent form;
        private List<String> chosen = List.of();
        private boolean inSelect;
        private boolean inText;

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            switch (tag.getElementCompleteName()) {
                case "form" -> {
                    begin(tag);
                    super.handleOpenElement(tag);
                }
                case "select" -> {
                    inSelect = knows(tag);
                    chosen = inSelect ? chosenIn(tag) : List.of();
                    super.handleOpenElement(tag);
                }
                case "option" -> super.handleOpenElement(inSelect ? mark(tag, "selected", value(tag, "")) : tag);
                case "textarea" -> {
                    super.handleOpenElement(tag);
                    fill(tag);
                }
                default -> super.handleOpenElement(tag);
            }
        }

        private void begin(IOpenElementTag tag) {
            form = getContext().getVariable(Unsent.ATTRIBUTE) instanceof Unsent unsent
                            && unsent.address().equals(tag.getAttributeValue("action"))
                            && !tag.hasAttribute("data-unsent")
                    ? unsent
                    : null;
            left.clear();
            if (form != null) {
                form.fields().forEach((name, values) -> left.put(name, new ArrayDeque<>(values)));
            }
        }

        private boolean knows(IProcessableElementTag tag) {
            return form != null && form.fields().containsKey(name(tag));
        }

        private List<String> chosenIn(IProcessableElementTag tag) {
            return tag.hasAttribute("multiple") ? valuesOf(tag) : List.of(next(tag));
        }

        private List<String> valuesOf(IProcessableElementTag tag) {
            return form == null ? List.of() : form.fields().getOrDefault(name(tag), List.of());
        }

        /** The next value of the field; once they are used up, the last one again. */
        private String next(IProcessableElementTag tag) {
            var values = left.getOrDefault(name(tag), new ArrayDeque<>());
            return values.size() > 1 ? values.removeFirst() : values.isEmpty() ? "" : values.getFirst();
        }

        private void fill(IOpenElementTag tag) {
            if (knows(tag)) {
                // The first line feed in a text area does not count.
                super.handleText(text("\n" + next(tag)));
                inText = true;
            }
        }

        @Override
        public void handleText(IText text) {
            if (!inText) {
                super.handleText(text);
            }
        }

        @Override
        public void handleCloseElement(ICloseElementTag tag) {
            switch (tag.getElementCompleteName()) {
                case "form" -> form = null;
                case "select" -> inSelect = false;
                case "textarea" -> inText = false;
                default -> {}
            }
            super.handleCloseElement(tag);
        }

        @Override
        public void handleStandaloneElement(IStandaloneElementTag tag) {
            super.handleStandaloneElement(
                    form != null && tag.getElementCompleteName().equals("input") ? filled(tag) : tag);
        }

        private IStandaloneElementTag filled(IStandaloneElementTag tag) {
            var type = tag.hasAttribute("type") ? tag.getAttributeValue("type") : "text";
            if (TICKED.contains(type)) {
                chosen = valuesOf(tag);
                return mark(tag, "checked", value(tag, "on"));
            }
            return LEFT_ALONE.contains(type) || !knows(tag) ? tag : set(tag, "value", next(tag));
        }

        private <T extends IProcessableElementTag> T mark(T tag, String attribute, String value) {
            return chosen.contains(value)
                    ? set(tag, attribute, attribute)
                    : getContext().getModelFactory().removeAttribute(tag, attribute);
        }

        private <T extends IProcessableElementTag> T set(T tag, String attribute, String value) {
            return getContext().getModelFactory().setAttribute(tag, attribute, HtmlEscape.escapeHtml4Xml(value));
        }

        private IText text(String text) {
            return getContext().getModelFactory().createText(HtmlEscape.escapeHtml4Xml(text));
        }

        private static String name(IProcessableElementTag tag) {
            return value(tag, "name", "");
        }

        private static String value(IProcessableElementTag tag, String otherwise) {
            return value(tag, "value", otherwise);
        }

        private static String value(IProcessableElementTag tag, String attribute, String otherwise) {
            var value = tag.getAttributeValue(attribute);
            return value == null ? otherwise : HtmlEscape.unescapeHtml(value);
        }
    }
}
