package rollcall.program;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.program.ChannelDraft.Wrong;

/**
 * A channel as its page shows it: what was typed, beside how it is stored.
 *
 * @param overtaken whether somebody else changed it since; then each line tells what differs
 */
record ChannelView(
        Channel channel,
        String name,
        List<Line> lines,
        List<Wrong> wrongs,
        boolean overtaken,
        long programs,
        boolean builtIn) {

    /** One status. */
    record Line(Status now, String said, String label, String step, String place, boolean success, boolean hidden) {

        public boolean code() {
            return StatusCode.of(now.key()).isPresent();
        }

        public boolean mayHide() {
            return ChannelRules.mayHide(now);
        }

        public boolean out() {
            return !now.inProgram();
        }

        /** Whether something was typed that is stored otherwise. */
        public boolean differs() {
            return !label.equals(said)
                    || !step.equals(String.valueOf(now.step()))
                    || !place.equals(String.valueOf(now.place()))
                    || success != now.success()
                    || hidden != now.hidden();
        }
    }

    static List<Line> lines(Channel channel, ChannelForm form, StatusNames names) {
        return channel.statuses().stream()
                .map(status -> line(status, form, form.key().indexOf(status.key()), names.of(status)))
                .toList();
    }

    /** Somebody else may have added a status since, of which the form says nothing. */
    private static Line line(Status status, ChannelForm form, int at, String said) {
        var key = status.key();
        return at < 0
                ? new Line(
                        status,
                        said,
                        said,
                        String.valueOf(status.step()),
                        String.valueOf(status.place()),
                        status.success(),
                        status.hidden())
                : new Line(
                        status,
                        said,
                        form.label().get(at),
                        form.step().get(at),
                        form.place().get(at),
                        form.success().contains(key),
                        form.hidden().contains(key));
    }

    /** What is wrong with that field; null when nothing is. */
    public @Nullable Wrong wrong(String field) {
        return wrongs.stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    public boolean removable() {
        return programs == 0 && !builtIn;
    }

    /** The statuses that were added and may be taken away again. */
    public List<Line> spare() {
        return programs > 0
                ? List.of()
                : lines.stream().filter(line -> !line.code()).toList();
    }
}
