package rollcall.provider;

import java.time.Duration;

/**
 * What a provider can do with an event.
 *
 * @param approveDeny whether registrants who wait there can be let in or turned down through its interface
 * @param cancel whether a registration can be taken back through its interface
 * @param personalJoinLink whether each registrant has a link of their own
 * @param noShowList whether it says itself who did not come; else that follows from who did
 * @param onDemand whether it knows who watched the recording
 * @param attendanceLag how long after the end its report of who attended may still be incomplete
 */
public record Capabilities(
        boolean approveDeny,
        boolean cancel,
        boolean personalJoinLink,
        boolean noShowList,
        boolean onDemand,
        Duration attendanceLag) {

    /** For pages, which go through them by name. */
    public boolean has(String ability) {
        return switch (ability) {
            case "approveDeny" -> approveDeny;
            case "cancel" -> cancel;
            case "personalJoinLink" -> personalJoinLink;
            case "noShowList" -> noShowList;
            case "onDemand" -> onDemand;
            default -> throw new IllegalArgumentException(ability);
        };
    }
}
