package rollcall.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.mail.LetterState;
import rollcall.program.Program;

/** What pages tell about campaigns. */
@Component
class CampaignReads {

    /** How many entries each state has, by campaign, of all campaigns of that program. */
    Map<Long, Map<EntryState, Long>> states(long programId) {
        throw new UnsupportedOperationException();
    }

    /** What came of each step, over all versions that have the same number of steps or more. */
    List<StepResult> steps(Campaign campaign) {
        throw new UnsupportedOperationException();
    }

    /** Who is or was in it, newest first; those of one state when one is named. */
    List<EntryLine> entries(Campaign campaign, @Nullable EntryState state, @Nullable Long before, int most) {
        throw new UnsupportedOperationException();
    }

    List<RunLine> runs(Campaign campaign, int most) {
        throw new UnsupportedOperationException();
    }

    /** All sends of a program that are known beforehand, and those that were, in the order of their times. */
    List<Send> calendar(Program program) {
        throw new UnsupportedOperationException();
    }

    /** How long the oldest entry that could go on has waited for a worker, in seconds; 0 when none does. */
    long lagSeconds(long programId) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param entered how many have come to it
     * @param waiting how many wait before it
     * @param outcomes what came of it, with details such as why a status change was refused
     * @param letters for a step that sends mail
     */
    record StepResult(int index, long entered, long waiting, List<Outcome> outcomes, Map<LetterState, Long> letters) {}

    record Outcome(String outcome, String detail, long members) {}

    record EntryLine(
            long id,
            AudienceMember member,
            int version,
            int step,
            EntryState state,
            @Nullable Instant dueAt,
            Instant enteredAt,
            @Nullable Instant endedAt,
            @Nullable String problem) {}

    record RunLine(Instant plannedAt, Instant startedAt, String by, int entered) {}

    /**
     * @param members how many, as far as it is known
     * @param done whether it is past
     */
    record Send(long campaignId, String campaign, Instant at, String template, long members, boolean done) {}
}
