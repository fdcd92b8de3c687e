package rollcall.member;

import java.util.List;
import java.util.Optional;
import rollcall.program.Program;

/** Why a member stands where they stand, from what a room has stored. Such a room declares a bean of this type. */
public interface Explanations {

    /** Empty for whom the room has nothing to explain. */
    Optional<Explanation> of(Program program, MemberLine member);

    /**
     * @param message the key of a message, the question that is answered
     * @param facts each the answer's part
     * @param address where there is more, within the application
     */
    record Explanation(String message, List<Fact> facts, String address) {}

    /**
     * @param message the key of a message
     * @param arguments what stands in that message
     */
    record Fact(String message, List<Object> arguments) {

        public static Fact of(String message, Object... arguments) {
            return new Fact(message, List.of(arguments));
        }
    }
}
