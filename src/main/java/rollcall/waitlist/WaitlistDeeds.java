package rollcall.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Seating;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Program;

/** What a manager does with a waitlist. Each deed takes the lock of the seats before it looks. */
@Component
class WaitlistDeeds {

    private final Seating seating;
    private final Promotions promotions;
    private final SettingRows settings;
    private final WaitlistQueue queue;
    private final WaitingRows waiting;
    private final OfferRows offers;
    private final MoveRows moves;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitlistDeeds(
            Seating seating,
            Promotions promotions,
            SettingRows settings,
            WaitlistQueue queue,
            WaitingRows waiting,
            OfferRows offers,
            MoveRows moves,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seating = seating;
        this.promotions = promotions;
        this.settings = settings;
        this.queue = queue;
        this.waiting = waiting;
        this.offers = offers;
        this.moves = moves;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param done how many got a seat, or an offer
     * @param needsReason whether nothing was done, because others come first and no reason was given
     */
    record Promoted(int done, boolean needsReason) {}

    /** Those of them who wait, whoever waits before them; that needs a reason then. */
    Promoted promote(Actor who, Program program, Set<Long> memberIds, boolean offer, String reason) {
        return attempts.inTransaction(() -> {
            int free = seating.lock(program.key()).free();
            var some = queue.among(program.key(), memberIds);
            if (reason.isBlank() && ahead(program.key(), some)) {
                return new Promoted(0, true);
            }
            return new Promoted(give(who, program, some, free, offer, reason), false);
        });
    }

    private boolean ahead(long programId, List<Long> memberIds) {
        var others = new HashSet<>(memberIds);
        others.removeAll(offers.open(memberIds));
        return !others.equals(new HashSet<>(queue.next(programId, others.size())));
    }

    /** The next ones, as many as there are seats. */
    Promoted promoteNext(Actor who, Program program, int count, boolean offer) {
        return attempts.inTransaction(() -> {
            int free = seating.lock(program.key()).free();
            int most = Math.min(StatusChanges.MOST, Math.min(count, free));
            return new Promoted(give(who, program, queue.next(program.key(), most), free, offer, ""), false);
        });
    }

    private int give(Actor who, Program program, List<Long> ids, int free, boolean offer, String reason) {
        if (!offer) {
            return promotions.promote(program, ids, who, reason);
        }
        var some = ids.subList(0, Math.min(free, ids.size()));
        return promotions.offer(program, some, settings.of(program.key()), now(), who);
    }

    /** Takes an offer back, and the seat with it. Whoever had it waits on at the same place. */
    boolean withdraw(Actor who, Program program, long memberId) {
        return attempts.inTransaction(() -> {
            seating.lock(program.key());
            var held = seating.release(program.key(), List.of(memberId));
            offers.settle(held, OfferState.WITHDRAWN, now(), who.name());
            changed(program);
            return !held.isEmpty();
        });
    }

    boolean move(Actor who, Program program, long memberId, int priority, String reason) {
        return attempts.inTransaction(() -> {
            seating.lock(program.key());
            var before = waiting.one(program.key(), memberId);
            if (before.isEmpty() || !seating.prioritise(program.key(), memberId, priority)) {
                return false;
            }
            moves.insert(program.key(), memberId, before.get().priority(), priority, reason, now(), who);
            return true;
        });
    }

    /** Stops promotion for now, or goes on with it. */
    void halt(Actor who, Program program, boolean halted) {
        store(who, program, settings.of(program.key()).halted(halted));
    }

    void store(Actor who, Program program, WaitlistSetting setting) {
        attempts.inTransaction(() -> {
            seating.lock(program.key());
            settings.store(program.key(), setting);
            events.publishEvent(new AuditApplicationEvent(who.key(), "WAITLIST_SET", details(program, setting)));
            changed(program);
            return true;
        });
    }

    private static Map<String, Object> details(Program program, WaitlistSetting setting) {
        var details = new TreeMap<String, Object>(
                Map.of("program", program.key(), "mode", setting.mode().name()));
        details.put("halted", setting.halted());
        details.put("most", Objects.requireNonNullElse(setting.most(), ""));
        details.put("stopMinutes", Objects.requireNonNullElse(setting.stopMinutes(), ""));
        if (setting.mode() == Mode.OFFER) {
            details.put("offerMinutes", setting.offerMinutes());
        }
        return details;
    }

    private void changed(Program program) {
        events.publishEvent(new WaitlistChanged(program.key()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
