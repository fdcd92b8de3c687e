package rollcall.program;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A channel as somebody types it, word for word. What belongs to one status stands at the same place in the lists.
 *
 * @param version as the typist saw it
 * @param label the names of the statuses
 * @param success the keys of those that are ticked
 * @param hidden the keys of those that are ticked
 */
record ChannelForm(
        @Nullable String version,
        @Nullable String name,
        @Nullable List<String> key,
        @Nullable List<String> label,
        @Nullable List<String> step,
        @Nullable List<String> place,
        @Nullable List<String> success,
        @Nullable List<String> hidden) {

    ChannelForm {
        version = Objects.requireNonNullElse(version, "");
        name = Objects.requireNonNullElse(name, "");
        key = Objects.requireNonNullElse(key, List.of());
        label = Objects.requireNonNullElse(label, List.of());
        step = Objects.requireNonNullElse(step, List.of());
        place = Objects.requireNonNullElse(place, List.of());
        success = Objects.requireNonNullElse(success, List.of());
        hidden = Objects.requireNonNullElse(hidden, List.of());
    }

    /** As the channel is now. */
    static ChannelForm of(Channel channel, StatusNames names) {
        var all = channel.statuses();
        return new ChannelForm(
                String.valueOf(channel.version()),
                channel.name(),
                all.stream().map(Status::key).toList(),
                all.stream().map(names::of).toList(),
                all.stream().map(status -> String.valueOf(status.step())).toList(),
                all.stream().map(status -> String.valueOf(status.place())).toList(),
                all.stream().filter(Status::success).map(Status::key).toList(),
                all.stream().filter(Status::hidden).map(Status::key).toList());
    }
}
