package rollcall.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.servlet.IServletWebExchange;

/** Ends every page's title with the product's name, and begins it with “Error:”, in the reader's language, where a form came back. */
@Component
class PageTitles extends AbstractDialect implements IPostProcessorDialect {

    private static final Set<Integer> CAME_BACK = Set.of(
            HttpStatus.CONFLICT.value(),
            HttpStatus.UNPROCESSABLE_CONTENT.value(),
            HttpStatus.TOO_MANY_REQUESTS.value());

    PageTitles() {
        super("page titles");
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

        private boolean inHead;

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            inHead = inHead || tag.getElementCompleteName().equals("head");
            super.handleOpenElement(tag);
            if (isTitle(tag.getElementCompleteName()) && cameBack()) {
                text(getContext().getMessage(PageTitles.class, "web.title.error", new Object[0], true) + " ");
            }
        }

        @Override
        public void handleCloseElement(ICloseElementTag tag) {
            if (isTitle(tag.getElementCompleteName())) {
                text(" – Rollcall");
            }
            inHead = inHead && !tag.getElementCompleteName().equals("head");
            super.handleCloseElement(tag);
        }

        private boolean isTitle(String element) {
            return inHead && element.equals("title");
        }

        private boolean cameBack() {
            return getContext() instanceof IWebContext web
                    && web.getExchange() instanceof IServletWebExchange exchange
                    && exchange.getNativeResponseObject() instanceof HttpServletResponse response
                    && CAME_BACK.contains(response.getStatus());
        }

        private void text(String text) {
            super.handleText(getContext().getModelFactory().createText(text));
        }
    }
}
