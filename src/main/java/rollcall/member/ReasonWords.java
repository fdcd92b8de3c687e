package rollcall.member;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.web.PageLocale;
import rollcall.web.Text;

/**
 * Says a status reason: word for word what somebody typed or a provider said, and in the reader's language what is
 * {@link OwnReason Rollcall's own}. Templates call this bean {@code reasonWords}.
 */
@Component("reasonWords")
public class ReasonWords {

    private static final Pattern OWN = Pattern.compile("\\{([a-z]+\\.own\\.[A-Z_]+)((?:\\|[^|{}]*)*)}");
    private static final Object[] NOTHING = {};

    private final MessageSource messages;

    ReasonWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String reason) {
        return of(reason, LocaleContextHolder.getLocale());
    }

    /** As {@link #of(String)}, in another language than the reader's. */
    public String of(String reason, Locale language) {
        return OwnReason.of(reason).map(one -> text(one, language)).orElseGet(() -> within(reason, language));
    }

    /** Sentences of a room's own may stand among what others said: their keys, with what goes into them. */
    private String within(String reason, Locale language) {
        return reason.indexOf('{') < 0
                ? reason
                : OWN.matcher(reason).replaceAll(found -> Matcher.quoteReplacement(own(found, language)));
    }

    private String own(MatchResult found, Locale language) {
        var arguments =
                found.group(2).isEmpty() ? NOTHING : found.group(2).substring(1).split("\\|", -1);
        return Objects.requireNonNullElse(
                messages.getMessage(found.group(1), arguments, null, language), found.group());
    }

    private String text(OwnReason reason, Locale language) {
        return messages.getMessage("member.own-reason." + reason, null, language);
    }

    /** The stored reasons of Rollcall's own in which the reader finds that text. */
    List<String> saying(String text) {
        return saying(text, List.of(LocaleContextHolder.getLocale()));
    }

    /** As {@link #saying}, in any language: for what is asked when nobody reads, such as whom a campaign is for. */
    public List<String> sayingInAnyLanguage(String text) {
        return saying(text, PageLocale.SPOKEN);
    }

    private List<String> saying(String text, List<Locale> languages) {
        var looked = Text.folded(text);
        return Arrays.stream(OwnReason.values())
                .map(OwnReason::stored)
                .filter(one -> languages.stream()
                        .anyMatch(language -> Text.folded(of(one, language)).contains(looked)))
                .toList();
    }
}
