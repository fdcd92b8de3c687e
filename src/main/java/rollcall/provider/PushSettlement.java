package rollcall.provider;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.OwnReason;
import rollcall.member.Registrations;
import rollcall.member.Registrations.Acceptance;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.StatusCode;
import rollcall.provider.PushEndings.Settled;

/** Stores what a provider answered, on the push and on the member, in one transaction. */
@Component
class PushSettlement {

    private final PushRows rows;
    private final PushEndings endings;
    private final PushTraces traces;
    private final WebinarRows webinars;
    private final Connections connections;
    private final Registrations registrations;
    private final StatusChanges changes;
    private final Attempts attempts;
    private final ProviderNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PushSettlement(
            PushRows rows,
            PushEndings endings,
            PushTraces traces,
            WebinarRows webinars,
            Connections connections,
            Registrations registrations,
            StatusChanges changes,
            Attempts attempts,
            ProviderNames names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.endings = endings;
        this.traces = traces;
        this.webinars = webinars;
        this.connections = connections;
        this.registrations = registrations;
        this.changes = changes;
        this.attempts = attempts;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** A push that was tried, and what becomes of it. */
    record Tried(Push push, Step step) {}

    /** As many as can be are stored with as many statements as one; each of the others for itself. */
    void settle(List<Tried> tried, String owner) {
        var accepted = new LinkedHashMap<Push, Step.Accepted>();
        var alone = new ArrayList<Tried>();
        for (var one : tried) {
            if (one.step() instanceof Step.Accepted step && tried.size() > 1) {
                accepted.put(one.push(), step);
            } else {
                alone.add(one);
            }
        }
        accept(accepted, owner).forEach(push -> alone.add(new Tried(push, Objects.requireNonNull(accepted.get(push)))));
        alone.forEach(one -> settle(one.push(), owner, one.step()));
    }

    /** @return those whose status has to be asked for as well */
    private Set<Push> accept(Map<Push, Step.Accepted> accepted, String owner) {
        if (accepted.isEmpty()) {
            return Set.of();
        }
        return attempts.inTransaction(() -> {
            var members = registrations.lock(
                    accepted.keySet().stream().map(Push::memberId).toList());
            var inError = rows.inError(members);
            var plain = new LinkedHashMap<>(accepted);
            plain.keySet().removeIf(push -> !members.contains(push.memberId()) || inError.contains(push.memberId()));
            acceptPlain(plain, owner);
            return accepted.keySet().stream()
                    .filter(push -> inError.contains(push.memberId()))
                    .collect(toSet());
        });
    }

    private void acceptPlain(Map<Push, Step.Accepted> accepted, String owner) {
        var settled = endings.accept(accepted, owner, now());
        var superseded = rows.superseded(settled);
        settled.stream()
                .filter(push -> !superseded.contains(push.id()))
                .collect(groupingBy(Push::programId))
                .forEach((program, pushes) -> registrations.accepted(
                        program,
                        pushes.stream()
                                .map(push -> acceptance(push, Objects.requireNonNull(accepted.get(push))))
                                .toList(),
                        now()));
        traces.tidy(settled.stream().map(Push::memberId).toList());
        settled.stream().map(Push::event).distinct().forEach(connections::well);
    }

    private static Acceptance acceptance(Push push, Step.Accepted accepted) {
        return new Acceptance(push.memberId(), accepted.registrantId(), accepted.link());
    }

    /** Puts back what was taken in hand and not tried. */
    void putBack(List<Push> untried, String owner) {
        if (untried.isEmpty()) {
            return;
        }
        attempts.inTransaction(() -> {
            registrations.lock(untried.stream().map(Push::memberId).toList());
            var back = endings.putBack(untried, owner);
            registrations.untried(back.stream()
                    .filter(push -> push.action() == Push.Action.REGISTER)
                    .map(Push::memberId)
                    .toList());
            return back.size();
        });
    }

    /**
     * Nothing is stored when {@code owner} was given up meanwhile: whoever took over finds out anew. The member is held
     * first, so that what is looked at here is still so when it is written, and as whoever changes or erases them does.
     */
    void settle(Push push, String owner, Step step) {
        attempts.inTransaction(() -> {
            if (registrations.lock(push.memberId())) {
                store(push, owner, step);
                traces.tidy(push.memberId());
            }
            return null;
        });
    }

    private void store(Push push, String owner, Step step) {
        if (step instanceof Step.Accepted || step instanceof Step.Cancelled) {
            connections.well(push.event());
        }
        switch (step) {
            case Step.Accepted accepted -> accept(push, owner, accepted);
            case Step.Refused refused -> refuse(push, owner, refused);
            case Step.Again again -> layDown(push, owner, again.at(), again.unclear(), again.failure(), again.words());
            case Step.Held held -> hold(push, owner, held);
            case Step.Cancelled cancelled -> endings.settle(push, owner, Push.State.CANCELLED, Settled.WELL, now());
            case Step.ByHand byHand ->
                endings.settle(
                        push,
                        owner,
                        Push.State.BY_HAND,
                        new Settled(push.registrantId(), "BY_HAND", byHand.words()),
                        now());
            case Step.Dropped dropped -> endings.settle(push, owner, Push.State.DROPPED, Settled.WELL, now());
        }
    }

    /** Somebody who has moved on is let be; the push remembers whom to cancel. */
    private void accept(Push push, String owner, Step.Accepted accepted) {
        var stored = new Settled(accepted.registrantId(), null, null);
        if (endings.settle(push, owner, Push.State.ACCEPTED, stored, now()) && !rows.superseded(push)) {
            registrations.accepted(push.programId(), push.memberId(), accepted.registrantId(), accepted.link(), now());
            changes.change(
                    asked(push, StatusCode.REGISTERED).expecting(StatusCode.REGISTRATION_ERROR.name()),
                    push.memberId());
        }
    }

    private void refuse(Push push, String owner, Step.Refused refused) {
        var stored = new Settled(null, refused.failure(), refused.words());
        if (!endings.settle(push, owner, Push.State.REFUSED, stored, now()) || rows.superseded(push)) {
            return;
        }
        changes.change(
                asked(push, StatusCode.REGISTRATION_ERROR)
                        .because(reason(refused))
                        .expecting(StatusCode.REGISTERED.name()),
                push.memberId());
        registrations.refused(push.memberId());
        if (refused.failure().equals(Refusal.CAPACITY_FULL.name())) {
            events.publishEvent(new EventFull(push.event()));
        }
    }

    private static String reason(Step.Refused refused) {
        return switch (refused.failure()) {
            case Backoff.NO_ANSWER -> OwnReason.NO_ANSWER.stored(); // what was said of the last try explains no refusal
            case Backoff.UNABLE -> OwnReason.UNABLE.unless(refused.words());
            default -> OwnReason.REFUSED.unless(refused.words());
        };
    }

    private StatusRequest asked(Push push, StatusCode to) {
        return StatusRequest.of(push.programId(), to, Cause.PROVIDER, names.actor(push.event()));
    }

    private void hold(Push push, String owner, Step.Held held) {
        var connection = push.event().connectionId();
        if (connection == null) {
            webinars.hold(push.programId(), push.event(), held.until(), held.words());
        } else {
            connections.hold(connection, held);
        }
        layDown(push, owner, held.until(), push.unclear(), held.failure(), held.words());
    }

    private void layDown(Push push, String owner, Instant at, boolean unclear, String failure, String words) {
        var laidDown = endings.layDown(push, owner, at.truncatedTo(ChronoUnit.MICROS), unclear, failure, words);
        if (laidDown && push.action() == Push.Action.REGISTER && !rows.superseded(push)) {
            registrations.retrying(push.memberId(), at);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
