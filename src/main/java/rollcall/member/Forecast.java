package rollcall.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says beforehand what {@link StatusChanges#join} would come to, by the same rules. Whoever is asked about first takes
 * the seats from those who are asked about later, as when they joined. Belongs to one thread.
 */
public final class Forecast {

    private final Asking asking;
    private final Verdicts verdicts;
    private final MemberRows members;
    private final BroughtAlong brought;

    Forecast(Asking asking, MemberRows members, BroughtAlong brought) {
        this.asking = asking;
        this.verdicts = asking.verdicts();
        this.members = members;
        this.brought = brought;
    }

    /**
     * @param people a thousand at most, each once; somebody who is not known yet has a negative number, each their own
     * @return what it would come to, in the order asked
     */
    public List<Forecasted> join(List<Newcomer> people) {
        var standings = standings(people);
        var asks = people.stream()
                .map(one -> Ask.of(one, standings.get(one.personId()), Set.of(), asking.now()))
                .toList();
        var decided = new HashMap<Long, Decided>();
        asks.stream().sorted(Ask.BY_TURN).forEach(ask -> decided.put(ask.personId(), ask.decide(asking, verdicts)));
        var stored = brought.of(standings.values().stream()
                .map(Standing::memberId)
                .map(Objects::requireNonNull)
                .toList());
        return people.stream()
                .map(one -> forecasted(one, Objects.requireNonNull(decided.get(one.personId())), stored))
                .toList();
    }

    /** What those who were asked about so far would take of the seats. */
    public SeatsSpent spent() {
        return asking.budget().allSpent();
    }

    private Map<Long, Standing> standings(List<Newcomer> people) {
        var known = people.stream().map(Newcomer::personId).filter(id -> id > 0).toList();
        return members.lookByPerson(asking.request().programId(), asking.channel(), known).stream()
                .collect(Collectors.toMap(Standing::personId, Function.identity()));
    }

    private static Forecasted forecasted(Newcomer one, Decided decided, Map<Long, Brought> stored) {
        var before = stored.getOrDefault(
                Objects.requireNonNullElse(decided.standing().memberId(), 0L), Brought.NOTHING);
        return new Forecasted(decided.move(), decided.takesDetails() && before.changedBy(one));
    }
}
