package rollcall.campaign;

import java.util.Map;

/** How many are in a campaign, by how they stand. */
record Counts(Map<EntryState, Long> states) {

    public long inside() {
        return of(EntryState.GOING);
    }

    /** Who went through, and whom a step took out because they were done. */
    public long done() {
        return of(EntryState.DONE) + of(EntryState.REMOVED);
    }

    public long failed() {
        return of(EntryState.FAILED);
    }

    public long all() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By the name of a state. */
    public long number(String state) {
        return of(EntryState.valueOf(state));
    }

    private long of(EntryState state) {
        return states.getOrDefault(state, 0L);
    }
}
