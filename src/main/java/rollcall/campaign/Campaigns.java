package rollcall.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import rollcall.program.Actor;
import rollcall.program.Program;

/** The door to the campaigns of a program. Whoever calls asks {@code Access} first. */
@Service
public class Campaigns {

    /** In the order of their making; archived ones left out. */
    List<Campaign> of(long programId) {
        throw new UnsupportedOperationException();
    }

    Optional<Campaign> find(long programId, long campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Makes one that is off; its id. */
    long create(Program program, String name, Definition definition, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Saves a new version. Whoever is inside goes on with the version they came in with.
     *
     * @param version the one that the editor saw
     * @throws StaleCampaign when somebody saved another one meanwhile
     */
    void save(Program program, long campaignId, int version, String name, Definition definition, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** What stands against saving or switching on; empty when nothing does. */
    List<CampaignProblem> problems(Program program, Definition definition) {
        throw new UnsupportedOperationException();
    }

    /** Switches one on, or lets one that is paused go on; refused as long as it has problems. */
    List<CampaignProblem> switchOn(Program program, long campaignId, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Switches on every recipe of the program that is off and has no problem; the names of the others. */
    List<String> switchOnRecipes(Program program, Actor by) {
        throw new UnsupportedOperationException();
    }

    void pause(Program program, long campaignId, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Takes everybody out who is inside, and takes back the letters that are not sent yet. */
    void stop(Program program, long campaignId, Actor by) {
        throw new UnsupportedOperationException();
    }

    void archive(Program program, long campaignId, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Brings everybody of the audience in, now.
     *
     * @return how many came in
     */
    int run(Program program, long campaignId, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Tries again those who failed, in that step. */
    int retry(Program program, long campaignId, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** What running it now would come to. Writes nothing. */
    DryRun dryRun(Program program, long campaignId) {
        throw new UnsupportedOperationException();
    }
}
