package rollcall.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign does, as one version of it was saved. Stored as JSON, so every part of it is a record or an enum.
 *
 * @param triggers any of them brings members in
 * @param schedule when it runs for everybody in the audience; null when only triggers or people start it
 * @param audience who of those may come in
 * @param steps in their order
 * @param priority lower goes first, as in {@link rollcall.mail.LetterOrder}
 */
public record Definition(
        List<Trigger> triggers,
        @Nullable Schedule schedule,
        Audience audience,
        List<Step> steps,
        Again again,
        int priority) {

    public static final Definition EMPTY =
            new Definition(List.of(), null, Audience.EVERYBODY, List.of(), Again.ONCE, 50);
}
