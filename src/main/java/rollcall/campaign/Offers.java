package rollcall.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rollcall.program.Status;

/**
 * What may be chosen in a form, by what it is stored as.
 *
 * @param statuses of the program's channel, hidden ones too: members may have them
 * @param elsewhere the names of those that may be given in other programs, by the id of each program that the form names
 * @param campaigns of the program that may be asked for
 * @param programs that members may be added to
 * @param questions that the program asks, or that somebody in it has answered
 */
record Offers(
        List<Status> statuses,
        Map<String, Map<String, String>> elsewhere,
        Map<Long, String> templates,
        Map<Long, String> campaigns,
        Map<Long, String> programs,
        Map<Long, String> webhooks,
        List<String> questions,
        List<String> zones) {

    /** The keys of those that may be given in the program itself. */
    Set<String> given() {
        return statuses.stream()
                .filter(status -> !status.hidden())
                .map(Status::key)
                .collect(Collectors.toSet());
    }

    /** As {@link #given}, in another program; as long as none is named, in the program itself. */
    Set<String> givenIn(String programId) {
        var there = elsewhere.get(programId);
        return there == null ? given() : there.keySet();
    }
}
