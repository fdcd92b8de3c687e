package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/** Somebody whom a change moved. {@code from} is null for somebody who came into the program with it. */
public record ChangedMember(
        long memberId, String name, String email, @Nullable Status from, Status to, String reason) {

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        return name.isEmpty() ? email : name;
    }
}
