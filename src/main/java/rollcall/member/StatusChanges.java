package rollcall.member;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.person.People;

/**
 * The one door through which a member gets a status. In one transaction it locks what is scarce, decides, writes the
 * members and one history row each, and publishes one {@link StatusesChanged}. A transaction of the caller's is taken
 * part in; then the caller repeats it when it loses a race.
 */
@Service
public class StatusChanges {

    /** The most members that one transaction takes. */
    public static final int MOST = 1_000;

    private final Askings askings;
    private final MemberRows members;
    private final People persons;
    private final Settlement settlement;
    private final Attempts attempts;
    private final DoorTimes times;

    StatusChanges(
            Askings askings,
            MemberRows members,
            People persons,
            Settlement settlement,
            Attempts attempts,
            DoorTimes times) {
        this.askings = askings;
        this.members = members;
        this.persons = persons;
        this.settlement = settlement;
        this.attempts = attempts;
        this.times = times;
    }

    /**
     * Asks for a status for one member.
     *
     * @throws NoSuchMember when the program has no such member
     * @throws RequestIdTaken when the request id belongs to a change of somebody else
     */
    public Outcome change(StatusRequest request, long memberId) {
        return times.of(
                1,
                () -> attempts.inTransaction(() -> {
                    var asking = askings.lock(request);
                    var standings = members.lock(request.programId(), asking.channel(), List.of(memberId));
                    if (standings.isEmpty()) {
                        throw new NoSuchMember();
                    }
                    return settlement.settle(asking, asks(standings), false).outcomes().stream()
                            .findFirst()
                            .orElseThrow(RequestIdTaken::new);
                }));
    }

    /**
     * Asks for a status for several members. It is not all or nothing: each one's outcome stands for itself.
     *
     * @param memberIds a thousand at most, in the order of the outcomes
     * @throws NoSuchMember when the program lacks one of them; then nothing is written
     */
    public ChangeSet change(StatusRequest request, Collection<Long> memberIds) {
        checkSize(memberIds);
        return times.of(
                memberIds.size(),
                () -> attempts.inTransaction(() -> {
                    var asking = askings.lock(request);
                    var ids = memberIds.stream().distinct().toList();
                    var byId = members.lock(request.programId(), asking.channel(), ids).stream()
                            .collect(Collectors.toMap(Standing::memberId, Function.identity()));
                    if (byId.size() != ids.size()) {
                        throw new NoSuchMember();
                    }
                    return settlement.settle(
                            asking, asks(ids.stream().map(byId::get).toList()), true);
                }));
    }

    /**
     * Asks for a status for people, of whom some are members already and the others become members.
     *
     * @param people a thousand at most, each person once, in the order of the outcomes
     */
    public ChangeSet join(StatusRequest request, List<Newcomer> people) {
        checkSize(people);
        return times.of(
                people.size(),
                () -> attempts.inTransaction(() -> {
                    var asking = askings.lock(request);
                    var ids = people.stream().map(Newcomer::personId).toList();
                    var byPerson = members.lockByPerson(request.programId(), asking.channel(), ids).stream()
                            .collect(Collectors.toMap(Standing::personId, Function.identity()));
                    var gone = persons.hold(ids);
                    var asks = people.stream()
                            .map(one -> Ask.of(one, byPerson.get(one.personId()), gone, asking.now()))
                            .toList();
                    return settlement.settle(asking, asks, request.requestId() != null);
                }));
    }

    static void checkSize(Collection<?> asked) {
        if (asked.size() > MOST) {
            throw new IllegalArgumentException("At most %d at a time.".formatted(MOST));
        }
    }

    private static List<Ask> asks(List<Standing> standings) {
        return standings.stream().map(standing -> new Ask(standing, null)).toList();
    }
}
