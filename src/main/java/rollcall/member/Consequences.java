package rollcall.member;

import java.util.List;
import java.util.Map;
import rollcall.program.Program;
import rollcall.program.Status;

/** What a planned change will cause. Each room that acts on changes declares a bean of this type. */
public interface Consequences {

    /**
     * What giving that status will cause; empty when nothing.
     *
     * @param members the ids of those who would get it, by the status that they have now
     */
    List<Consequence> of(Program program, Status to, Map<Status, List<Long>> members);

    static long inAll(Map<Status, List<Long>> members) {
        return members.values().stream().mapToLong(List::size).sum();
    }

    /**
     * What the net difference of a correction will cause; empty when nothing. Of somebody who was registered and stays
     * so, whatever else was wrong, there is nothing to tell.
     *
     * @param registered the ids of those who become Registered who were not registered before
     * @param cancelled how many were registered and are so no longer
     */
    default List<Consequence> ofCorrection(Program program, List<Long> registered, long cancelled) {
        return List.of();
    }

    /**
     * One thing that will happen.
     *
     * @param message the key of a message
     * @param arguments what stands in that message
     */
    record Consequence(String message, List<Object> arguments) {}
}
