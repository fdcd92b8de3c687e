package rollcall.member;

import java.util.List;
import java.util.Optional;
import rollcall.program.Status;

/** Says what is right for a member whose status was wrong. */
@FunctionalInterface
interface Right {

    /**
     * @param history the oldest change first
     * @param out where somebody belongs who should never have come in
     * @return empty when the member has moved on since the mistake
     */
    Optional<Rewind> of(List<Past> history, Status out);

    static Right status(Status to) {
        return (history, out) -> Optional.of(Rewind.to(to, history, out));
    }

    static Right before(Mistake mistake) {
        return (history, out) -> Rewind.before(mistake, history, out);
    }
}
