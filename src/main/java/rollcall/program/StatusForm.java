package rollcall.program;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import rollcall.web.Text;

/**
 * A status that is to be added, word for word. What the browser does not send is empty, never null.
 *
 * @param version of the channel, as the typist saw it
 * @param holdsSeat cannot be changed afterwards, as seats are counted by it
 */
record StatusForm(
        String version,
        String newName,
        String newStep,
        @Nullable Boolean newSuccess,
        @Nullable Boolean holdsSeat) {

    static final StatusForm BLANK = new StatusForm("", "", "", false, false);

    private static final int LONGEST_KEY = 50;

    StatusForm {
        version = Objects.requireNonNullElse(version, "");
        newName = Objects.requireNonNullElse(newName, "");
        newStep = Objects.requireNonNullElse(newStep, "");
        newSuccess = Boolean.TRUE.equals(newSuccess);
        holdsSeat = Boolean.TRUE.equals(holdsSeat);
    }

    int seen() {
        return ChannelDraft.version(version);
    }

    /** The status that it describes, under a key that is free in the channel. */
    Status status(Channel channel, Errors errors) {
        var name = Text.tidy(newName);
        ChannelDraft.nameProblem(name, false)
                .ifPresent(message ->
                        errors.rejectValue("newName", message, new Object[] {ChannelDraft.LONGEST_NAME}, null));
        var typed = newStep.strip();
        var step = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
        if (step < 1) {
            errors.rejectValue("newStep", "program.channel.step.wrong", new Object[] {ChannelRules.HIGHEST_STEP}, null);
        }
        return new Status(
                key(channel, name),
                name,
                step,
                0,
                Boolean.TRUE.equals(newSuccess),
                false,
                Boolean.TRUE.equals(holdsSeat));
    }

    /** Made of the name, for whoever reads files and addresses; it never changes. */
    private static String key(Channel channel, String name) {
        var words = Text.searchable(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        var bare = Text.cut(words.replaceAll("^_|_$", ""), LONGEST_KEY);
        var first = bare.isEmpty() ? "STATUS" : bare;
        return Stream.concat(Stream.of(first), IntStream.iterate(2, n -> n + 1).mapToObj(n -> first + "_" + n))
                .filter(key -> channel.find(key).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
