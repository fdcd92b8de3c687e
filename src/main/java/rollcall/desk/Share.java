package rollcall.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rollcall.program.Channel;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * How many members have a status, and where that stands in a bar of all of them.
 *
 * @param start where it begins in the bar, in percent
 * @param percent of all members; 0 when there are none
 */
public record Share(Status status, long count, double start, double percent) {

    /** One for each status of the channel that counts as being in the program, those that nobody has included. */
    static List<Share> of(Channel channel, Map<String, Long> counts) {
        var shown = channel.statuses().stream()
                .filter(Status::inProgram)
                .filter(status -> !status.hidden() || counts.containsKey(status.key()))
                .toList();
        var total = shown.stream().mapToLong(status -> count(counts, status)).sum();
        var shares = new ArrayList<Share>();
        var start = 0.0;
        for (var status : shown) {
            var count = count(counts, status);
            var percent = total == 0 ? 0 : count * 100.0 / total;
            shares.add(new Share(status, count, start, percent));
            start += percent;
        }
        return shares;
    }

    private static long count(Map<String, Long> counts, Status status) {
        return counts.getOrDefault(status.key(), 0L);
    }

    /** Never below zero, and at least one for somebody: what a reader may be told of the share. */
    public long rounded() {
        return count == 0 ? 0 : Math.max(1, Math.round(percent));
    }

    boolean is(StatusCode code) {
        return status.is(code);
    }
}
