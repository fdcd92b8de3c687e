package rollcall.provider.teams;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.provider.JoinLink;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import tools.jackson.databind.JsonNode;

/**
 * A {@code virtualEventRegistration} (MS-REG).
 *
 * @param status as Graph names it
 * @param at when they registered; null when Graph does not say
 */
record Registration(
        String id,
        String email,
        String name,
        String status,
        @Nullable Long memberId,
        @Nullable Instant at,
        @Nullable Instant canceledAt) {

    /** Of those that somebody has made one after the other, the one that counts: the last that was not cancelled. */
    static final Comparator<Registration> COUNTS = Comparator.comparing(
                    (Registration one) -> one.state() != State.CANCELLED)
            .thenComparing(one -> one.at() == null ? Instant.MIN : one.at());

    private static final String REFERRER = "rollcall";
    private static final Pattern OURS = Pattern.compile("M-(\\d{1,18})");

    static Registration of(JsonNode node) {
        var name = node.path("firstName").asString("") + " "
                + node.path("lastName").asString("");
        return new Registration(
                node.path("id").asString(""),
                node.path("email").asString(""),
                name.strip(),
                node.path("status").asString(""),
                memberId(node),
                GraphTimes.stamp(node.path("registrationDateTime")),
                GraphTimes.stamp(node.path("cancelationDateTime")));
    }

    /** What goes along, to come back with the registration and in the report of who attended (MS-SDK, MS-REC). */
    static Map<String, String> mark(long memberId) {
        return Map.of("referrer", REFERRER, "registrationId", "M-" + memberId);
    }

    /** Our member, when that came with {@link #mark}; null for whoever registered in another way. */
    static @Nullable Long memberId(JsonNode node) {
        var mark = node.path("externalRegistrationInformation");
        var ours = OURS.matcher(mark.path("registrationId").asString(""));
        return mark.path("referrer").asString("").equals(REFERRER) && ours.matches()
                ? Long.valueOf(ours.group(1))
                : null;
    }

    boolean of(String wanted) {
        return email.equalsIgnoreCase(wanted.strip());
    }

    boolean canceled() {
        return state() == State.CANCELLED;
    }

    /** Unknown for what Microsoft has thought of since. */
    State state() {
        return switch (status) {
            case "registered" -> State.APPROVED;
            case "pendingApproval" -> State.PENDING;
            case "waitlisted" -> State.WAITLISTED;
            case "rejectedByOrganizer" -> State.DENIED;
            case "canceled" -> State.CANCELLED;
            default -> State.UNKNOWN;
        };
    }

    RegistrantRef ref() {
        return new RegistrantRef(id, email);
    }

    Registrant asRegistrant(@Nullable JoinLink link) {
        return new Registrant(ref(), memberId, name, state(), link, "", since());
    }

    /** Graph does not say when an organizer decided. */
    private @Nullable Instant since() {
        return switch (state()) {
            case APPROVED, PENDING, WAITLISTED -> at;
            case CANCELLED -> canceledAt;
            case DENIED, UNKNOWN -> null;
        };
    }
}
