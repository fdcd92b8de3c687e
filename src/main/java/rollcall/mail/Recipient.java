package rollcall.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import rollcall.member.Delivery;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * Whom a letter is about: a member as they stand now.
 *
 * @param generation of the member's links
 * @param offerUntil until when a seat is held for them; null for none
 */
record Recipient(
        long memberId,
        long personId,
        long programId,
        PersonDetails details,
        String status,
        String statusReason,
        Delivery delivery,
        int generation,
        @Nullable Instant offerUntil) {

    /** Somebody who does not exist, registered in that program or in none, to try a template with. */
    static Recipient madeUp(@Nullable Long programId, String language, String zone) {
        var details = new PersonDetails(
                "ada@example.org", "Ada", "Lovelace", "Analytical Engines", "", "", "", language, zone);
        var program = programId == null ? MadeUp.PROGRAM : programId;
        return new Recipient(
                0, 0, program, details, StatusCode.REGISTERED.name(), "", Delivery.ACCEPTED, 1, MadeUp.OFFER_UNTIL);
    }

    /** The same person if they stood there. */
    Recipient standing(String otherStatus, String reason) {
        return new Recipient(
                memberId, personId, programId, details, otherStatus, reason, delivery, generation, offerUntil);
    }

    /** Whether it is not somebody made up. */
    boolean exists() {
        return memberId != 0;
    }

    String name() {
        return (details.firstName() + " " + details.lastName()).strip();
    }

    /** Whether they have a way into the webinar. */
    boolean accepted() {
        return delivery == Delivery.ACCEPTED && !left() && !status.equals(StatusCode.REGISTRATION_ERROR.name());
    }

    /** Whether the event is no longer theirs. */
    boolean left() {
        return status.equals(StatusCode.NOT_IN_PROGRAM.name()) || status.equals(StatusCode.REJECTED.name());
    }

    /** Their own zone, or the program's when they have none that exists. */
    ZoneId zoneFor(Program program) {
        try {
            return details.zone().isBlank()
                    ? program.zoneId()
                    : ZoneId.of(details.zone().strip());
        } catch (DateTimeException unknown) {
            return program.zoneId();
        }
    }

    /** {@code sv} for somebody whose language is {@code sv-SE}; empty when it is not known. */
    String language() {
        return Languages.of(details.language());
    }
}
