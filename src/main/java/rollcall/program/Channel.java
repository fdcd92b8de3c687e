package rollcall.program;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kind of program something is, and the statuses its members go through, in the order of their steps.
 *
 * @param version how often it was changed
 */
public record Channel(long id, int version, String name, List<Status> statuses) {

    public Channel {
        statuses = statuses.stream().sorted(Status.ORDER).toList();
    }

    /** This channel as it would be with one status more, for somebody who saw that version of it. */
    Channel with(int seen, Status more) {
        return new Channel(
                id,
                seen,
                name,
                Stream.concat(statuses.stream(), Stream.of(more)).toList());
    }

    public Progression progression() {
        return new Progression(statuses);
    }

    public Optional<Status> find(String key) {
        return statuses.stream().filter(status -> status.key().equals(key)).findFirst();
    }

    /**
     * The status with that key, which the database holds for a member of a program in this channel.
     *
     * @throws NoSuchStatus when the channel has no such status
     */
    public Status status(String key) {
        return find(key).orElseThrow(() -> new NoSuchStatus(key));
    }

    public Status status(StatusCode code) {
        return status(code.name());
    }

    /** As {@link #status(String)}, with null for somebody who never was in the program. */
    public @Nullable Status statusOrNobody(@Nullable String key) {
        return key == null ? null : status(key);
    }
}
