package rollcall.member;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * One member for whom something is asked.
 *
 * @param newcomer what is brought along for the person; null when a membership is asked for by its id
 */
record Ask(Standing standing, @Nullable Newcomer newcomer) {

    /** Those who get a seat first come first. */
    static final Comparator<Ask> BY_TURN = Comparator.comparing(Ask::standing, Standing.BY_TURN);

    /** @param gone those of all who are asked about whom nothing brings in any more */
    static Ask of(Newcomer newcomer, @Nullable Standing standing, Set<Long> gone, Instant now) {
        if (standing != null) {
            return new Ask(standing, newcomer);
        }
        var person = newcomer.personId();
        return new Ask(gone.contains(person) ? Standing.gone(person, now) : Standing.outside(person, now), newcomer);
    }

    long personId() {
        return standing.personId();
    }

    Decided decide(Asking asking, Verdicts verdicts) {
        var to = to(asking);
        var why =
                newcomer == null || newcomer.reason() == null ? asking.request().reason() : newcomer.reason();
        return new Decided(standing, why, happenedAt(asking.now()), verdicts.decide(standing, to, why));
    }

    private Status to(Asking asking) {
        var own = newcomer == null ? null : newcomer.to();
        return asking.channel().status(own == null ? asking.request().to() : own);
    }

    /** What was reported afterwards may have happened before now, but nothing happens later than now. */
    private Instant happenedAt(Instant now) {
        var since = newcomer == null ? null : newcomer.since();
        return since == null || since.isAfter(now) ? now : since;
    }
}
