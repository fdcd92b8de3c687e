package rollcall.member;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Decides on the corrections of several members, for the door and for those who look beforehand. */
@Component
class CorrectionDecisions {

    /** Who frees a seat comes before who takes one. */
    private static final Comparator<Draft> BY_TURN = Comparator.comparing((Draft draft) ->
                    draft.rewind().map(it -> it.to().holdsSeat()).orElse(false))
            .thenComparing(Draft::standing, Standing.BY_TURN);

    private final CorrectionRows rows;

    CorrectionDecisions(CorrectionRows rows) {
        this.rows = rows;
    }

    /** Where one member stands, and what would be right. */
    private record Draft(Standing standing, CorrectionRows.Known known, Optional<Rewind> rewind) {

        Correction decide(Asking asking, Verdicts verdicts) {
            return rewind.map(right -> Correction.of(
                            standing, known, right, asking.channel(), verdicts.correct(standing, right.to())))
                    .orElseGet(() -> Correction.movedOn(standing, known));
        }
    }

    /** One for each member, in the order in which they were decided on. */
    List<Correction> decide(Asking asking, Collection<Standing> standings, Right right) {
        var known = rows.of(
                asking.channel(), standings.stream().map(Standing::memberId).toList());
        var out = asking.channel().status(StatusCode.NOT_IN_PROGRAM);
        var verdicts = asking.verdicts();
        return standings.stream()
                .map(one -> draft(one, Objects.requireNonNull(known.get(one.memberId())), right, out))
                .sorted(BY_TURN)
                .map(draft -> draft.decide(asking, verdicts))
                .toList();
    }

    private static Draft draft(Standing standing, CorrectionRows.Known known, Right right, Status out) {
        return new Draft(standing, known, right.of(known.history(), out));
    }
}
