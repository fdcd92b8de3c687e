package rollcall.provider;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.member.Cause;
import rollcall.member.Newcomer;
import rollcall.member.Outcome;
import rollcall.member.Registrations;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Channel;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Program;
import rollcall.program.Status;
import rollcall.program.StatusCode;
import rollcall.provider.RefreshCounts.Kind;

/** Brings to members what a report says of them: statuses through the one door, minutes through the other. */
@Component
class Bringing {

    /** In the order in which the door is asked. */
    private static final List<StatusCode> ASKED = List.of(
            StatusCode.ATTENDED,
            StatusCode.ATTENDED_ON_DEMAND,
            StatusCode.NO_SHOW,
            StatusCode.REGISTRATION_ERROR,
            StatusCode.NOT_IN_PROGRAM,
            StatusCode.REGISTERED);

    /** Given to somebody at that status only: the door looks again, when it holds the member. */
    private static final Map<StatusCode, StatusCode> ONLY_FROM = Map.of(
            StatusCode.NO_SHOW, StatusCode.REGISTERED,
            StatusCode.REGISTRATION_ERROR, StatusCode.REGISTERED,
            StatusCode.NOT_IN_PROGRAM, StatusCode.REGISTERED,
            StatusCode.REGISTERED, StatusCode.REGISTRATION_ERROR);

    private final StatusChanges changes;
    private final Registrations registrations;
    private final FoundThere found;
    private final RefreshCounts counts;
    private final RefreshIgnored ignored;

    Bringing(
            StatusChanges changes,
            Registrations registrations,
            FoundThere found,
            RefreshCounts counts,
            RefreshIgnored ignored) {
        this.changes = changes;
        this.registrations = registrations;
        this.found = found;
        this.counts = counts;
        this.ignored = ignored;
    }

    /** Only counts what it would come to. */
    void preview(Refresh refresh, ReportRule rule, List<ReportedMember> members) {
        var counted = new HashMap<Kind, Integer>();
        for (var one : members) {
            count(counted, one, rule.of(one.stand(), one.kinds()));
        }
        kept(rule, members).forEach(one -> countKept(counted, one));
        counts.add(refresh.id(), counted);
    }

    void bring(
            Refresh refresh, Job job, Program program, Channel channel, ReportRule rule, List<ReportedMember> members) {
        var counted = new HashMap<Kind, Integer>();
        var meant = members.stream().collect(groupingBy(one -> rule.of(one.stand(), one.kinds())));
        var kept = kept(rule, members);
        kept.forEach(one -> countKept(counted, one));
        ASKED.forEach(to -> ask(refresh, job, program, to, asking(meant, to))
                .forEach(outcome -> count(counted, channel.status(to), outcome)));
        meant.forEach((meaning, some) -> leave(refresh, counted, meaning, some));
        registrations.attended(
                program.key(), members.stream().flatMap(ReportedMember::news).toList());
        counts.keep(refresh.id(), kept);
        counts.add(refresh.id(), counted);
    }

    /** Those for whom the door is asked for that status, in the order of their ids. */
    private static List<ReportedMember> asking(Map<Meaning, List<ReportedMember>> meant, StatusCode to) {
        return meant.entrySet().stream()
                .filter(one -> one.getKey().effect().asks() && one.getKey().to() == to)
                .flatMap(one -> one.getValue().stream())
                .sorted(Comparator.comparing(ReportedMember::memberId))
                .toList();
    }

    /** Those whose status stays as it is. */
    private void leave(Refresh refresh, Map<Kind, Integer> counted, Meaning meaning, List<ReportedMember> members) {
        var effect = meaning.effect();
        if (effect.asks()) {
            return;
        }
        var some = effect == Effect.SETTLED ? found.note(refresh, members) : members;
        some.forEach(one -> count(counted, one, meaning));
        if (RefreshIgnored.names(effect)) {
            ignored.add(refresh.id(), effect, some);
        }
    }

    /** The request id makes the door keep those whom it skips, so that they can be listed. */
    private List<Outcome> ask(Refresh refresh, Job job, Program program, StatusCode to, List<ReportedMember> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        var request = StatusRequest.of(program.key(), to, Cause.PROVIDER, job.by())
                .expecting(ONLY_FROM.containsKey(to) ? ONLY_FROM.get(to).name() : null)
                .once("refresh-%d-%d-%s"
                        .formatted(refresh.id(), members.getFirst().memberId(), to))
                .partOf(job.id());
        return changes.join(
                        request,
                        members.stream()
                                .map(one -> newcomer(refresh, program, to, one))
                                .toList())
                .outcomes();
    }

    static Newcomer newcomer(Refresh refresh, Program program, StatusCode to, ReportedMember one) {
        var begin = refresh.eventStartedAt() == null ? program.startsAt() : refresh.eventStartedAt();
        return new Newcomer(
                one.personId(),
                null,
                one.reason(to),
                one.since(to, begin, refresh.eventEndedAt()),
                to == StatusCode.REGISTERED ? one.registrantId() : null,
                null,
                Map.of());
    }

    private static void count(Map<Kind, Integer> counted, ReportedMember one, Meaning meaning) {
        if (meaning.to() != null && meaning.effect() != Effect.KEPT) {
            counted.merge(
                    new Kind(
                            meaning.effect(),
                            one.stand().at().key(),
                            meaning.to().name()),
                    1,
                    Integer::sum);
        }
    }

    /** They are counted beside what else the report comes to for them, be it nothing. */
    private static List<ReportedMember> kept(ReportRule rule, List<ReportedMember> members) {
        return members.stream()
                .filter(one -> rule.keeps(one.stand(), one.kinds()))
                .toList();
    }

    private static void countKept(Map<Kind, Integer> counted, ReportedMember one) {
        var kind = new Kind(Effect.KEPT, one.stand().at().key(), StatusCode.NOT_IN_PROGRAM.name());
        counted.merge(kind, 1, Integer::sum);
    }

    private static void count(Map<Kind, Integer> counted, Status asked, Outcome outcome) {
        var kind = switch (outcome.move()) {
            case Join join -> kind(Effect.CHANGED, join.from(), join.to());
            case Advance advance -> kind(Effect.CHANGED, advance.from(), advance.to());
            case Leave leave -> kind(Effect.CHANGED, leave.from(), leave.to());
            case Skip skip -> kind(effect(skip.reason()), skip.at(), asked);
        };
        counted.merge(kind, 1, Integer::sum);
    }

    private static Effect effect(Reason reason) {
        if (reason == Reason.CLOSED) {
            return Effect.CLOSED;
        }
        return reason.harmless() ? Effect.THERE : Effect.FURTHER;
    }

    private static Kind kind(Effect effect, @Nullable Status from, Status to) {
        return new Kind(effect, from == null ? "" : from.key(), to.key());
    }
}
