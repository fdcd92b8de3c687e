package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.Registrations;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.StatusCode;
import rollcall.provider.PushRows.Settled;

/** Stores what a provider answered, on the push and on the member, in one transaction. */
@Component
class PushSettlement {

    private final PushRows rows;
    private final PushTraces traces;
    private final WebinarRows webinars;
    private final Registrations registrations;
    private final StatusChanges changes;
    private final Attempts attempts;
    private final ProviderNames names;
    private final Clock clock;

    PushSettlement(
            PushRows rows,
            PushTraces traces,
            WebinarRows webinars,
            Registrations registrations,
            StatusChanges changes,
            Attempts attempts,
            ProviderNames names,
            Clock clock) {
        this.rows = rows;
        this.traces = traces;
        this.webinars = webinars;
        this.registrations = registrations;
        this.changes = changes;
        this.attempts = attempts;
        this.names = names;
        this.clock = clock;
    }

    /** Shows on the member that the registration is under way. */
    void begin(Push push) {
        if (push.action() == Push.Action.REGISTER && !push.superseded()) {
            registrations.sending(List.of(push.memberId()));
        }
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
        switch (step) {
            case Step.Accepted accepted -> accept(push, owner, accepted);
            case Step.Refused refused -> refuse(push, owner, refused);
            case Step.Again again -> layDown(push, owner, again.at(), again.unclear(), again.failure(), again.words());
            case Step.Held held -> hold(push, owner, held);
            case Step.Cancelled cancelled -> rows.settle(push, owner, Push.State.CANCELLED, Settled.WELL, now());
            case Step.ByHand byHand ->
                rows.settle(
                        push,
                        owner,
                        Push.State.BY_HAND,
                        new Settled(push.registrantId(), "BY_HAND", byHand.words()),
                        now());
            case Step.Dropped dropped -> rows.settle(push, owner, Push.State.DROPPED, Settled.WELL, now());
        }
    }

    /** Somebody who has moved on is let be; the push remembers whom to cancel. */
    private void accept(Push push, String owner, Step.Accepted accepted) {
        var stored = new Settled(accepted.registrantId(), null, null);
        if (rows.settle(push, owner, Push.State.ACCEPTED, stored, now()) && !rows.superseded(push)) {
            registrations.accepted(push.programId(), push.memberId(), accepted.registrantId(), accepted.link(), now());
            changes.change(
                    asked(push, StatusCode.REGISTERED).expecting(StatusCode.REGISTRATION_ERROR.name()),
                    push.memberId());
        }
    }

    private void refuse(Push push, String owner, Step.Refused refused) {
        var stored = new Settled(null, refused.failure(), refused.words());
        if (!rows.settle(push, owner, Push.State.REFUSED, stored, now()) || rows.superseded(push)) {
            return;
        }
        changes.change(
                asked(push, StatusCode.REGISTRATION_ERROR)
                        .because(refused.words())
                        .expecting(StatusCode.REGISTERED.name()),
                push.memberId());
        registrations.refused(push.memberId());
    }

    private StatusRequest asked(Push push, StatusCode to) {
        return StatusRequest.of(push.programId(), to, Cause.PROVIDER, names.actor(push.event()));
    }

    private void hold(Push push, String owner, Step.Held held) {
        webinars.hold(push.programId(), push.event(), held.until(), held.words());
        layDown(push, owner, held.until(), push.unclear(), held.failure(), held.words());
    }

    private void layDown(Push push, String owner, Instant at, boolean unclear, String failure, String words) {
        var laidDown = rows.layDown(push, owner, at.truncatedTo(ChronoUnit.MICROS), unclear, failure, words);
        if (laidDown && push.action() == Push.Action.REGISTER && !rows.superseded(push)) {
            registrations.retrying(push.memberId(), at);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
