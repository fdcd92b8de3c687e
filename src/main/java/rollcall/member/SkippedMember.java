package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.Move;
import rollcall.program.Status;

/** Somebody whom a bulk change did not move. {@code memberId} and {@code at} are null for somebody who is no member. */
public record SkippedMember(
        @Nullable Long memberId,
        String name,
        String email,
        @Nullable Status at,
        Move.Reason reason) {

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        return name.isEmpty() ? email : name;
    }
}
