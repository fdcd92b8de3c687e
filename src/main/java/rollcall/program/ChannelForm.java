package rollcall.program;

import java.util.List;
import java.util.Objects;

/**
 * A channel as somebody types it, word for word. What belongs to one status stands at the same place in thelists.
 *
 * <p>What a request leaves out arrives as null and is kept as empty.
 *
 * @param version as the typist saw it
 * @param label the names of the statuses
 * @param success the keys of those that are ticked
 * @param hidden the keys of those that are ticked
 */
record ChannelForm(
        String version,
        String name,
        List<String> key,
        List<String> label,
        List<String> step,
        List<String> place,
        List<String> success,
        List<String> hidden) {

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
