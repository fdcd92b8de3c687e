package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;
import rollcall.program.Program;

/** The door to the campaigns of a program. Whoever calls asks {@code Access} first. */
@Service
public class Campaigns {

    private final CampaignRows rows;
    private final Problems problems;
    private final Switches switches;
    private final SecondTries secondTries;
    private final Runs runs;
    private final Gate gate;
    private final Feed feed;
    private final DryRuns dryRuns;
    private final CampaignAudit audit;
    private final Clock clock;

    Campaigns(
            CampaignRows rows,
            Problems problems,
            Switches switches,
            SecondTries secondTries,
            Runs runs,
            Gate gate,
            Feed feed,
            DryRuns dryRuns,
            CampaignAudit audit,
            Clock clock) {
        this.rows = rows;
        this.problems = problems;
        this.switches = switches;
        this.secondTries = secondTries;
        this.runs = runs;
        this.gate = gate;
        this.feed = feed;
        this.dryRuns = dryRuns;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of their making; archived ones left out. */
    List<Campaign> of(long programId) {
        return rows.of(programId);
    }

    /** Also one that was archived. */
    Optional<Campaign> find(long programId, long campaignId) {
        return rows.find(campaignId).filter(one -> one.programId() == programId);
    }

    private Campaign require(Program program, long campaignId) {
        return find(program.key(), campaignId).orElseThrow(NoSuchCampaign::new);
    }

    /**
     * Makes one that is off; its id.
     *
     * @throws IllegalArgumentException when it has problems with which it cannot even be saved
     */
    @Transactional
    long create(Program program, String name, Definition definition, Actor by) {
        check(program, null, definition);
        return rows.insert(program.key(), name, null, definition, by, now());
    }

    private void check(Program program, @Nullable Long campaignId, Definition definition) {
        if (problems(program, campaignId, definition).stream().anyMatch(CampaignProblem::refused)) {
            throw new IllegalArgumentException("A campaign with such problems cannot be saved.");
        }
    }

    /**
     * Saves a new version. Whoever is inside goes on with the version they came in with. One that is on and could not be
     * switched on as it is now pauses itself.
     *
     * @param version the one that the editor saw
     * @throws StaleCampaign when somebody saved another one meanwhile
     * @throws IllegalArgumentException when it has problems with which it cannot even be saved
     */
    @Transactional
    void save(Program program, long campaignId, int version, String name, Definition definition, Actor by) {
        require(program, campaignId);
        check(program, campaignId, definition);
        gate.lock(campaignId);
        if (!rows.rename(campaignId, version, name)) {
            throw new StaleCampaign();
        }
        rows.insertVersion(campaignId, version + 1, definition, by, now());
        switches.saved(program, require(program, campaignId), by);
    }

    /** What stands against saving or switching on; empty when nothing does. */
    List<CampaignProblem> problems(Program program, Definition definition) {
        return problems(program, null, definition);
    }

    /** @param campaignId the one that is edited, so that it is noticed when it leads back to itself; null for a new one */
    List<CampaignProblem> problems(Program program, @Nullable Long campaignId, Definition definition) {
        return problems.of(program, campaignId, definition);
    }

    /** Switches one on, or lets one that is paused go on; refused as long as it has problems. */
    @Transactional
    List<CampaignProblem> switchOn(Program program, long campaignId, Actor by) {
        return switches.on(program, require(program, campaignId), by);
    }

    /** Switches on every recipe of the program that is off and has no problem; the names of the others. */
    @Transactional
    List<String> switchOnRecipes(Program program, Actor by) {
        return rows.of(program.key()).stream()
                .filter(one -> one.recipe() != null && one.state() == CampaignState.OFF)
                .filter(one -> !switches.on(program, one, by).isEmpty())
                .map(Campaign::name)
                .toList();
    }

    @Transactional
    void pause(Program program, long campaignId, Actor by) {
        switches.pause(require(program, campaignId), by);
    }

    /** Takes everybody out who is inside, and takes back the letters that are not sent yet: both as soon as a worker comes. */
    @Transactional
    void stop(Program program, long campaignId, Actor by) {
        switches.stop(require(program, campaignId), by);
    }

    /** One that is on or paused is stopped first. */
    @Transactional
    void archive(Program program, long campaignId, Actor by) {
        var campaign = require(program, campaignId);
        switches.stop(campaign, by);
        rows.archive(campaignId, now());
        audit.note(by, "CAMPAIGN_ARCHIVED", campaign);
    }

    /**
     * Brings everybody of the audience in, now.
     *
     * @return how many came in; nobody when the campaign is not on
     */
    @Transactional
    int run(Program program, long campaignId, Actor by) {
        return run(program, campaignId, by, null);
    }

    /** @param requestId makes asking twice harmless: the second time answers what the first came to; null for no such guard */
    @Transactional
    int run(Program program, long campaignId, Actor by, @Nullable String requestId) {
        gate.lock(campaignId);
        return runs.before(campaignId, requestId).orElseGet(() -> started(program, campaignId, by, requestId));
    }

    private int started(Program program, long campaignId, Actor by, @Nullable String requestId) {
        var campaign = require(program, campaignId);
        if (campaign.state() != CampaignState.ON) {
            return 0;
        }
        var entered = runs.now(campaign, program, by, requestId);
        audit.note(by, "CAMPAIGN_RUN", campaign, entered);
        return entered;
    }

    /** Whether that request has brought members in already. */
    boolean ran(long campaignId, @Nullable String requestId) {
        return runs.before(campaignId, requestId).isPresent();
    }

    /** Asks for one, for these members: they come in if it is on, has such a trigger, and its audience means them. */
    @Transactional
    void request(Program program, long campaignId, Collection<Long> memberIds, Actor by) {
        var campaign = require(program, campaignId);
        feed.request(campaign, memberIds, 0);
        audit.note(by, "CAMPAIGN_REQUESTED", campaign, memberIds.size());
    }

    /** Tries again those who failed, in that step; how many, and nobody as long as the campaign is off. */
    @Transactional
    int retry(Program program, long campaignId, Actor by) {
        var campaign = require(program, campaignId);
        var again = secondTries.of(campaign);
        if (again > 0) {
            audit.note(by, "CAMPAIGN_RETRIED", campaign, again);
        }
        return again;
    }

    /** What running it now would come to. Writes nothing. */
    DryRun dryRun(Program program, long campaignId) {
        return dryRuns.of(program, require(program, campaignId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
