package rollcall.campaign;

import java.util.List;
import java.util.Map;
import rollcall.program.Status;

/**
 * What may be chosen in a form, by what it is stored as.
 *
 * @param statuses of the program's channel
 * @param campaigns of the program that may be asked for
 * @param programs that members may be added to
 * @param questions that the program asks, or that somebody in it has answered
 */
record Offers(
        List<Status> statuses,
        Map<Long, String> templates,
        Map<Long, String> campaigns,
        Map<Long, String> programs,
        Map<Long, String> webhooks,
        List<String> questions,
        List<String> zones) {}
