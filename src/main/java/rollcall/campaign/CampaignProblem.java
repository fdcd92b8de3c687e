package rollcall.campaign;

import java.util.List;

/**
 * Something that a campaign cannot do.
 *
 * @param step from 0; -1 for something that is no step
 * @param message the key of a message
 * @param refused whether it cannot even be saved; the others are saved and cannot be switched on
 */
public record CampaignProblem(int step, String message, List<Object> arguments, boolean refused) {}
