package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Switches campaigns on and off, in the caller's transaction, which waits at the {@link Gate} for who is coming in. */
@Component
class Switches {

    private final CampaignRows rows;
    private final Problems problems;
    private final Stopping stopping;
    private final Gate gate;
    private final CampaignAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Switches(
            CampaignRows rows,
            Problems problems,
            Stopping stopping,
            Gate gate,
            CampaignAudit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.problems = problems;
        this.stopping = stopping;
        this.gate = gate;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What stands against it; empty when it is on. */
    List<CampaignProblem> on(Program program, Campaign campaign, Actor by) {
        var found = against(program, campaign, by);
        if (found.isEmpty()) {
            gate.lock(campaign.id());
            while (campaign.state() == CampaignState.STOPPED && stopping.takeOut(campaign.id())) {
                // whoever is still inside since it was stopped does not go on now
            }
            var now = now();
            rows.switchOn(
                    campaign.id(),
                    now,
                    Timetable.next(campaign.definition(), program, now).orElse(null));
            events.publishEvent(new EntriesDue(campaign.id()));
            audit.note(by, "CAMPAIGN_ON", campaign);
        }
        return found;
    }

    private List<CampaignProblem> against(Program program, Campaign campaign, Actor by) {
        var definition = campaign.definition();
        return Stream.concat(
                        problems.of(program, campaign.id(), definition).stream(), problems.of(definition, by).stream())
                .toList();
    }

    /** A new version was saved. */
    void saved(Program program, Campaign campaign, Actor by) {
        if (campaign.state() != CampaignState.ON) {
            return;
        }
        if (against(program, campaign, by).isEmpty()) {
            rows.runNext(
                    campaign.id(),
                    Timetable.next(campaign.definition(), program, now()).orElse(null));
        } else {
            rows.switchTo(campaign.id(), CampaignState.PAUSED, "campaign.paused.problems");
            audit.note(by, "CAMPAIGN_PAUSED", campaign);
        }
    }

    void pause(Campaign campaign, Actor by) {
        gate.lock(campaign.id());
        if (campaign.state() == CampaignState.ON) {
            rows.switchTo(campaign.id(), CampaignState.PAUSED, null);
            audit.note(by, "CAMPAIGN_PAUSED", campaign);
        }
    }

    void stop(Campaign campaign, Actor by) {
        gate.lock(campaign.id());
        if (campaign.state() == CampaignState.ON || campaign.state() == CampaignState.PAUSED) {
            rows.switchTo(campaign.id(), CampaignState.STOPPED, null);
            events.publishEvent(new EntriesDue(campaign.id()));
            audit.note(by, "CAMPAIGN_STOPPED", campaign);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
