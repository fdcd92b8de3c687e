package rollcall.campaign;

import java.time.Instant;
import java.util.List;
import rollcall.program.Actor;
import rollcall.program.Program;

/**
 * Members of one campaign who come to one step of one version at the same time, and do it in one transaction.
 *
 * @param definition that version's
 */
record Chunk(Campaign campaign, Definition definition, Program program, List<Entry> entries, Instant now) {

    int version() {
        return entries.getFirst().version();
    }

    int step() {
        return entries.getFirst().step();
    }

    /** Whether that is no step any more, but the end. */
    boolean last() {
        return step() >= definition.steps().size() - 1;
    }

    Chunk with(List<Entry> some) {
        return new Chunk(campaign, definition, program, some, now);
    }

    List<Long> ids() {
        return entries.stream().map(Entry::id).toList();
    }

    List<Long> memberIds() {
        return entries.stream().map(Entry::memberId).distinct().toList();
    }

    /** How the campaign is named where it acts. */
    Actor actor() {
        return actorOf(campaign);
    }

    static Actor actorOf(Campaign campaign) {
        return new Actor("campaign:" + campaign.id(), campaign.name());
    }
}
