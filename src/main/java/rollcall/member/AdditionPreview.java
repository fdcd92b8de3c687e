package rollcall.member;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rollcall.program.Move;
import rollcall.program.Move.Skip;
import rollcall.program.Status;

/** Counts what bringing people in would come to, if it were done now. */
final class AdditionPreview {

    private static final int NAMED = 10;

    private final Status to;
    private final Map<Move.Reason, Skipped> skipped = new EnumMap<>(Move.Reason.class);
    private long unknown;
    private long known;
    private long moving;

    AdditionPreview(Status to) {
        this.to = to;
    }

    /** Those who would not be brought in for one reason, the first few of them by name. */
    static final class Skipped {

        private final List<String> names = new ArrayList<>();
        private long count;

        public long getCount() {
            return count;
        }

        public List<String> getNames() {
            return names;
        }

        private void add(String name) {
            count++;
            if (names.size() < NAMED) {
                names.add(name);
            }
        }
    }

    void count(Candidate candidate, Move move) {
        switch (move) {
            case Skip skip ->
                skipped.computeIfAbsent(skip.reason(), reason -> new Skipped()).add(candidate.label());
            case Move.Join join when candidate.unknown() -> unknown++;
            case Move.Join join -> known++;
            case Move.Advance advance -> moving++;
            case Move.Leave leave -> moving++;
        }
    }

    /** How many were looked at. */
    public long getMembers() {
        return getInAll()
                + skipped.values().stream().mapToLong(Skipped::getCount).sum();
    }

    public Status getTo() {
        return to;
    }

    /** People whom Rollcall does not know yet. */
    public long getUnknown() {
        return unknown;
    }

    /** People whom Rollcall knows from elsewhere, or who were in the program before. */
    public long getKnown() {
        return known;
    }

    /** Members who would go on from where they are. */
    public long getMoving() {
        return moving;
    }

    public long getInAll() {
        return unknown + known + moving;
    }

    public Map<Move.Reason, Skipped> getSkipped() {
        return skipped;
    }
}
