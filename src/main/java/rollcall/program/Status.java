package rollcall.program;

import java.util.Comparator;

/**
 * One status of a channel.
 *
 * @param key never changes; the ten built-in statuses carry the name of their {@link StatusCode}
 * @param name what people read; belongs to the channel's owner
 * @param step how far somebody with this status is; members move only to an equal or a higher step
 * @param place the order of those that share a step
 * @param success whether the program reached what it was run for
 * @param hidden no longer to be chosen, still shown on those who have it
 * @param holdsSeat whether somebody with this status takes one of the program's seats
 */
public record Status(String key, String name, int step, int place, boolean success, boolean hidden, boolean holdsSeat) {

    /** The order in which statuses are shown: by step, then by place, then by key. */
    public static final Comparator<Status> ORDER =
            Comparator.comparingInt(Status::step).thenComparing(Status::place).thenComparing(Status::key);

    public boolean is(StatusCode code) {
        return key.equals(code.name());
    }

    /** Whether somebody with this status counts as a member: everybody but those who left. */
    public boolean inProgram() {
        return !is(StatusCode.NOT_IN_PROGRAM);
    }
}
