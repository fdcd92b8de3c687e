package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/**
 * Runs campaigns for everybody in their audience: by the clock, or because somebody says so. Whichever node comes first
 * starts a run; the others find it started.
 */
@Component
class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final CampaignRows campaigns;
    private final RunRows rows;
    private final Gate gate;
    private final Intake intake;
    private final Programs programs;
    private final Attempts attempts;
    private final Clock clock;

    Runs(
            CampaignRows campaigns,
            RunRows rows,
            Gate gate,
            Intake intake,
            Programs programs,
            Attempts attempts,
            Clock clock) {
        this.campaigns = campaigns;
        this.rows = rows;
        this.gate = gate;
        this.intake = intake;
        this.programs = programs;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Starts what is to run by now. One that breaks keeps none of the others from running. */
    void startDue() {
        for (var id : campaigns.toRun(now())) {
            try {
                attempts.inTransaction(() -> {
                    start(id);
                    return null;
                });
            } catch (RuntimeException broken) {
                LOG.warn(
                        "Campaign {} was not started: {}", id, broken.getClass().getSimpleName());
            }
        }
    }

    private void start(long campaignId) {
        gate.lock(campaignId);
        var campaign = campaigns.find(campaignId).orElseThrow();
        var now = now();
        var planned = campaign.nextRunAt();
        if (campaign.state() != CampaignState.ON || planned == null || planned.isAfter(now)) {
            return;
        }
        var program = programs.get(campaign.programId());
        var come = come(campaign.definition(), program, planned, now);
        if (!come.isEmpty()) {
            start(campaign, program, come, now);
        }
        campaigns.runNext(
                campaignId, Timetable.next(campaign.definition(), program, now).orElse(null));
    }

    /** The times that have come, the latest first; none when the event was moved, so that none is one any more. */
    private static List<Instant> come(Definition definition, Program program, Instant planned, Instant now) {
        var come = new ArrayDeque<Instant>();
        if (Timetable.has(definition, program, planned)) {
            come.add(planned);
        }
        var next = Timetable.next(definition, program, planned);
        while (next.isPresent() && !next.get().isAfter(now)) {
            come.addFirst(next.get());
            next = Timetable.next(definition, program, next.get());
        }
        return List.copyOf(come);
    }

    /** The latest that makes sense is made up for, once; those after it, and the latest when none makes sense, are noted. */
    private void start(Campaign campaign, Program program, List<Instant> come, Instant now) {
        var late = come.stream()
                .takeWhile(at -> Lateness.tooLate(campaign.definition(), program, at, now))
                .toList();
        var madeUpFor = late.size() < come.size();
        (madeUpFor ? late : late.subList(0, 1)).forEach(at -> start(campaign, program, at, true, now));
        if (madeUpFor) {
            start(campaign, program, come.get(late.size()), false, now);
        }
    }

    private void start(Campaign campaign, Program program, Instant at, boolean missed, Instant now) {
        if (rows.planned(campaign.id(), at)) {
            return;
        }
        var run = rows.insert(campaign, at, Actor.SYSTEM, missed, now);
        if (!missed) {
            rows.entered(run, intake.byRun(campaign, program, run, now));
        }
    }

    /**
     * Brings everybody of the audience in; how many came in. The caller has made sure that the campaign is on. Asked for
     * twice at the same moment, it runs once.
     */
    int now(Campaign campaign, Program program, Actor by, @Nullable String requestId) {
        var now = now();
        if (rows.planned(campaign.id(), now)) {
            return 0;
        }
        var run = rows.insert(campaign, now, by, false, now);
        if (requestId != null) {
            rows.askedBy(run, requestId);
        }
        var entered = intake.byRun(campaign, program, run, now);
        rows.entered(run, entered);
        return entered;
    }

    /** How many that request brought in before; nothing when nobody has asked it yet. */
    Optional<Integer> before(long campaignId, @Nullable String requestId) {
        return requestId == null ? Optional.empty() : rows.enteredBy(campaignId, requestId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
