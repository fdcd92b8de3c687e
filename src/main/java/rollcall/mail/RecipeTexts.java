package rollcall.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the letters say that every program comes with. A file's first line is the subject, the rest is HTML. */
@Component
class RecipeTexts {

    private final MessageSource messages;
    private final Map<Recipe, List<TemplateText>> read = new ConcurrentHashMap<>();

    RecipeTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** Named in the reader's language, which is also the one for everybody whose language is not known. */
    TemplatePlan plan(Recipe recipe) {
        var reader = LocaleContextHolder.getLocale();
        var name = messages.getMessage("mail.recipe." + recipe, null, reader);
        var usual = Languages.WITH_TEXTS.contains(reader.getLanguage()) ? reader.getLanguage() : Languages.ENGLISH;
        return new TemplatePlan(name, recipe.purpose(), recipe.withCalendar(), usual, texts(recipe));
    }

    List<TemplateText> texts(Recipe recipe) {
        return read.computeIfAbsent(
                recipe,
                one -> Languages.WITH_TEXTS.stream()
                        .map(language -> text(one, language))
                        .toList());
    }

    private static TemplateText text(Recipe recipe, String language) {
        var file = "letters/%s_%s.html".formatted(recipe.name().toLowerCase(Locale.ROOT), language);
        try {
            var content = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            int end = content.indexOf('\n');
            return new TemplateText(
                    language,
                    content.substring(0, end).strip(),
                    content.substring(end).strip(),
                    "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
