package rollcall.member;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Says beforehand what a correction would come to, by the same rules; locks and writes nothing. */
@Component
class CorrectionPreviews {

    /** Stands for the reason that somebody will give, so that only what cannot be helped counts as a refusal. */
    private static final String SOME_REASON = "…";

    private final Askings askings;
    private final MemberRows rows;
    private final CorrectionDecisions decisions;
    private final CorrectionRows corrections;
    private final MistakeRows mistakes;
    private final Members members;
    private final Programs programs;
    private final List<Consequences> consequences;

    CorrectionPreviews(
            Askings askings,
            MemberRows rows,
            CorrectionDecisions decisions,
            CorrectionRows corrections,
            MistakeRows mistakes,
            Members members,
            Programs programs,
            List<Consequences> consequences) {
        this.askings = askings;
        this.rows = rows;
        this.decisions = decisions;
        this.corrections = corrections;
        this.mistakes = mistakes;
        this.members = members;
        this.programs = programs;
        this.consequences = consequences;
    }

    /** The status that a member had before what was done last: most likely the right one. */
    Status before(Program program, long memberId) {
        var channel = programs.channelOf(program);
        var known = corrections.of(channel, List.of(memberId)).get(memberId);
        if (known == null) {
            throw new NoSuchMember();
        }
        return Rewind.last(known.history(), channel.status(StatusCode.NOT_IN_PROGRAM))
                .to();
    }

    @Transactional(readOnly = true)
    public CorrectionPreview of(Program program, StatusRequest request, long memberId) {
        var to = programs.channelOf(program).status(request.to());
        return of(program, request, List.of(memberId), 1, Right.status(to));
    }

    /** @throws NoSuchChange when the program has no such change set or job, or it changed nobody */
    @Transactional(readOnly = true)
    public CorrectionPreview of(Program program, StatusRequest request, Mistake mistake) {
        var ids = mistakes.ids(program.key(), mistake, Integer.MAX_VALUE);
        if (ids.isEmpty()) {
            throw new NoSuchChange();
        }
        var uncorrected = mistakes.uncorrected(program.key(), mistake);
        return of(program, request, ids, uncorrected, Right.before(mistake));
    }

    private CorrectionPreview of(
            Program program, StatusRequest request, List<Long> ids, long uncorrected, Right right) {
        var asking = askings.look(request.because(SOME_REASON));
        var tally = new CorrectionTally(asking.now());
        for (int from = 0; from < ids.size(); from += StatusChanges.MOST) {
            var some = ids.subList(from, Math.min(ids.size(), from + StatusChanges.MOST));
            var standings = rows.look(program.key(), asking.channel(), some);
            decisions.decide(asking, standings, right).forEach(tally::count);
        }
        return preview(program, asking, uncorrected, tally);
    }

    private CorrectionPreview preview(Program program, Asking asking, long uncorrected, CorrectionTally tally) {
        var registrations = tally.registrations();
        var caused = consequences.stream()
                .flatMap(room -> room.ofCorrection(program, tally.registeredAnew(), registrations.cancelled()).stream())
                .toList();
        return new CorrectionPreview(
                uncorrected,
                tally.moves(),
                tally.skipped(some -> members.lines(program, some)),
                asking.budget().limited() ? asking.budget().spent() : null,
                registrations,
                tally.successes(),
                caused);
    }
}
