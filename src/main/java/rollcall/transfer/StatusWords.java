package rollcall.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import rollcall.program.Channel;
import rollcall.program.Status;
import rollcall.program.StatusCode;
import rollcall.web.PageLocale;

/**
 * The words a status may go by in a file: its key, the name the channel's owner gave it, its label in either language,
 * and what webinar providers call it. Case, accents and punctuation do not matter.
 */
final class StatusWords {

    private static final Map<StatusCode, List<String>> PROVIDERS = Map.of(
            StatusCode.REGISTERED, List.of("approved"),
            StatusCode.PENDING_APPROVAL, List.of("pending", "waiting"),
            StatusCode.WAITLISTED, List.of("wait listed"),
            StatusCode.REJECTED, List.of("denied"),
            StatusCode.NO_SHOW, List.of("no-show"),
            StatusCode.ATTENDED_ON_DEMAND, List.of("on demand"));

    private static final Map<StatusCode, List<String>> ANSWERS =
            Map.of(StatusCode.ATTENDED, List.of("yes", "ja"), StatusCode.NO_SHOW, List.of("no", "nej"));

    private final Map<String, Status> words = new HashMap<>();
    private final Map<String, Status> answers = new HashMap<>();

    private StatusWords() {}

    /** Names given by the channel's owner win over what the same word usually means. */
    static StatusWords of(Channel channel, MessageSource messages) {
        var found = new StatusWords();
        channel.statuses().forEach(status -> found.add(found.words, status.key(), status));
        channel.statuses().forEach(status -> found.add(found.words, status.name(), status));
        for (var language : PageLocale.SPOKEN) {
            channel.statuses().forEach(status -> found.add(found.words, label(messages, status, language), status));
        }
        addAll(channel, PROVIDERS, found.words);
        addAll(channel, ANSWERS, found.answers);
        return found;
    }

    private static String label(MessageSource messages, Status status, Locale language) {
        return String.valueOf(messages.getMessage("status." + status.key(), null, "", language));
    }

    private static void addAll(Channel channel, Map<StatusCode, List<String>> words, Map<String, Status> into) {
        words.forEach((code, known) -> channel.find(code.name())
                .ifPresent(status -> known.forEach(word -> into.putIfAbsent(Headings.key(word), status))));
    }

    private void add(Map<String, Status> into, String word, Status status) {
        var key = Headings.key(word);
        if (!key.isEmpty()) {
            into.putIfAbsent(key, status);
        }
    }

    /** The status that goes by that word. */
    Optional<Status> find(String word) {
        return Optional.ofNullable(words.get(Headings.key(word)));
    }

    /** The status that goes by that word in a column which asks who attended, so that yes and no are answers. */
    Optional<Status> findAttended(String word) {
        return Optional.ofNullable(answers.get(Headings.key(word))).or(() -> find(word));
    }
}
