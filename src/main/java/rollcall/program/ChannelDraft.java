package rollcall.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.ChannelRules.Broken;
import rollcall.program.ChannelRules.Rule;
import rollcall.web.Text;

/** Reads a {@link ChannelForm}: either there is a channel as it is to be, or it says what is wrong. */
final class ChannelDraft {

    static final int LONGEST_NAME = 100;
    private static final int LAST_PLACE = 999;

    /**
     * @param field the id of the field that is wrong
     * @param message the key of its words
     */
    record Wrong(String field, String message, List<Object> arguments) {

        static Wrong of(String field, String message, Object... arguments) {
            return new Wrong(field, message, List.of(arguments));
        }
    }

    private final Channel now;
    private final ChannelForm form;
    private final StatusNames names;
    private final List<Wrong> wrongs = new ArrayList<>();
    private final Channel wanted;

    /** @param form one that no page of ours sends is answered with 400 */
    ChannelDraft(ChannelForm form, Channel now, StatusNames names) {
        this.now = now;
        this.form = form;
        this.names = names;
        if (!whole()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var name = checkedName("name", form.name(), false);
        this.wanted = new Channel(now.id(), version(form.version()), name, statuses());
        if (wrongs.isEmpty()) {
            ChannelRules.broken(wanted, names::all).forEach(this::note);
        }
    }

    /** The channel as it is to be, of the version that was seen; nothing when something is wrong. */
    Optional<Channel> wanted() {
        return wrongs.isEmpty() ? Optional.of(wanted) : Optional.empty();
    }

    List<Wrong> wrongs() {
        return List.copyOf(wrongs);
    }

    /** As somebody saw a channel; one that no channel ever has for a form that was not made by our page. */
    static int version(String typed) {
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** Whether each status that is named is one of the channel's; somebody else may have added others meanwhile. */
    private boolean whole() {
        var size = form.key().size();
        return size == form.label().size()
                && size == form.step().size()
                && size == form.place().size()
                && size == form.key().stream().distinct().count()
                && form.key().stream().allMatch(key -> now.find(key).isPresent() || overtaken());
    }

    private boolean overtaken() {
        return version(form.version()) != now.version();
    }

    private List<Status> statuses() {
        var statuses = new ArrayList<>(now.statuses());
        statuses.replaceAll(status ->
                form.key().contains(status.key()) ? status(status, form.key().indexOf(status.key())) : status);
        return statuses;
    }

    private Status status(Status status, int at) {
        var key = status.key();
        var label = form.label().get(at);
        return new Status(
                key,
                names.stored(
                        key,
                        checkedName("label-" + key, label, StatusCode.of(key).isPresent())),
                number("step-" + key, form.step().get(at), ChannelRules.HIGHEST_STEP),
                number("place-" + key, form.place().get(at), LAST_PLACE),
                form.success().contains(key),
                form.hidden().contains(key),
                status.holdsSeat());
    }

    private String checkedName(String field, String typed, boolean mayBeEmpty) {
        var name = Text.tidy(typed);
        nameProblem(name, mayBeEmpty).ifPresent(message -> wrongs.add(Wrong.of(field, message, LONGEST_NAME)));
        return name;
    }

    /** What is wrong with the name of a channel or a status, as the key of a message with the longest length. */
    static Optional<String> nameProblem(String name, boolean mayBeEmpty) {
        if (name.isEmpty() && !mayBeEmpty) {
            return Optional.of("program.name.missing");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("program.too-long");
        }
        return Text.unwanted(name) || name.contains("\n")
                ? Optional.of("program.unwanted-characters")
                : Optional.empty();
    }

    private int number(String field, String typed, int most) {
        var number = typed.strip().matches("[0-9]{1,3}") ? Integer.parseInt(typed.strip()) : -1;
        if (number < 0) {
            wrongs.add(Wrong.of(field, "program.channel.number.wrong", most));
        }
        return number;
    }

    private void note(Broken broken) {
        wrongs.add(wrong(broken, names));
    }

    /** The rule in words, at the field that would have to be another one. */
    static Wrong wrong(Broken broken, StatusNames names) {
        var other = broken.other() == null ? "" : names.of(broken.other());
        return Wrong.of(
                field(broken.rule()) + "-" + broken.status().key(),
                "program.channel.rule." + broken.rule(),
                names.of(broken.status()),
                other,
                ChannelRules.HIGHEST_STEP);
    }

    private static String field(Rule rule) {
        return switch (rule) {
            case WAY_OUT_IS_ZERO, STEP_IN_RANGE, ABOVE, SAME_STEP -> "step";
            case NOT_HIDDEN -> "hidden";
            case NO_SUCCESS -> "success";
            case OTHER_NAME -> "label";
        };
    }
}
