package rollcall.provider;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.BroughtAlong;
import rollcall.member.Registrations;
import rollcall.person.People;

/** Takes pushes in hand, as many at a time as are wanted, with as many statements as for one. */
@Component
class PushIntake {

    private final PushRows rows;
    private final PushTraces traces;
    private final People people;
    private final BroughtAlong broughtAlong;
    private final Registrations registrations;
    private final Attempts attempts;
    private final Clock clock;

    PushIntake(
            PushRows rows,
            PushTraces traces,
            People people,
            BroughtAlong broughtAlong,
            Registrations registrations,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.traces = traces;
        this.people = people;
        this.broughtAlong = broughtAlong;
        this.registrations = registrations;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The next of that program, in their order; none when nothing is due. */
    List<InHand> take(long programId, String owner, int most) {
        return attempts.inTransaction(() -> {
            var taken = inHand(rows.claim(programId, owner, clock.instant().truncatedTo(ChronoUnit.MICROS), most));
            begin(taken.stream().map(InHand::push).toList());
            traces.keep(taken.stream().filter(InHand::fresh).collect(toMap(InHand::push, InHand::email)));
            return taken;
        });
    }

    /** Shows on the members that their registration is under way; they are held in the order in which all hold them. */
    private void begin(List<Push> taken) {
        var members = taken.stream()
                .filter(push -> push.action() == Push.Action.REGISTER && !push.superseded())
                .map(Push::memberId)
                .toList();
        registrations.lock(members);
        registrations.sending(members);
    }

    private List<InHand> inHand(List<Push> pushes) {
        var persons = people.byIds(pushes.stream().map(Push::personId).toList());
        var brought = broughtAlong.of(pushes.stream().map(Push::memberId).toList());
        return pushes.stream()
                .map(push -> new InHand(
                        push,
                        Objects.requireNonNull(persons.get(push.personId())).details(),
                        brought.containsKey(push.memberId())
                                ? brought.get(push.memberId()).answers()
                                : Map.of()))
                .toList();
    }
}
