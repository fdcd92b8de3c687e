package rollcall.approval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.member.Consequences.Consequence;
import rollcall.program.Move.Reason;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** What deciding on many came to, or would come to, in all programs together. */
final class Result {

    private static final int NAMED = 10;

    private final Map<StatusCode, Long> given = new EnumMap<>(StatusCode.class);
    private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);
    private final Map<Reason, List<String>> names = new EnumMap<>(Reason.class);
    private final Map<String, List<Consequence>> caused = new LinkedHashMap<>();

    void give(StatusCode to, long members) {
        if (members > 0) {
            given.merge(to, members, Long::sum);
        }
    }

    void refuse(Reason reason, long members) {
        if (members > 0) {
            refused.merge(reason, members, Long::sum);
        }
    }

    void refuse(Reason reason, Waiter one) {
        refuse(reason, 1);
        var few = names.computeIfAbsent(reason, key -> new ArrayList<>());
        if (few.size() < NAMED) {
            few.add(one.label());
        }
    }

    void count(Allotment allotment) {
        allotment.given().values().forEach(to -> give(to, 1));
        allotment.refused().forEach((one, reason) -> refuse(reason, one));
    }

    void causes(Program program, List<Consequence> some) {
        if (!some.isEmpty()) {
            caused.computeIfAbsent(program.name(), key -> new ArrayList<>()).addAll(some);
        }
    }

    /** What other rooms will do, by the program's name. */
    public Map<String, List<Consequence>> caused() {
        return caused;
    }

    /** How many get which status. */
    public Map<StatusCode, Long> given() {
        return given;
    }

    /** How many get none, by why. */
    public Map<Reason, Long> refused() {
        return refused;
    }

    /** The first few of those who get none, by why. */
    public Map<Reason, List<String>> names() {
        return names;
    }

    public long givenInAll() {
        return given.values().stream().mapToLong(Long::longValue).sum();
    }
}
