package rollcall.desk;

import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.ATTENDED_ON_DEMAND;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REGISTRATION_ERROR;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rollcall.member.Cause;
import rollcall.program.StatusCode;

/** What happened in the sample program, in the order in which it happened. */
final class SampleStory {

    /** Those who had a seat once; the ones who left made room for the last. */
    private static final Set<StatusCode> SEATED =
            EnumSet.of(REGISTERED, REGISTRATION_ERROR, NO_SHOW, ATTENDED_ON_DEMAND, ATTENDED);

    private static final Set<StatusCode> WATCHED_LATER = EnumSet.of(NO_SHOW, ATTENDED_ON_DEMAND);

    private SampleStory() {}

    /**
     * Something that happened to everybody who came as far as one of {@code ends}.
     *
     * @param after how long after the start of the event; negative before it
     * @param reason with a place for a number of minutes, where it has one
     */
    record Chapter(StatusCode to, Set<StatusCode> ends, Cause cause, Duration after, String reason) {

        boolean tellsOf(SamplePerson person) {
            return ends.contains(person.status());
        }

        /** What the {@code n}th of everybody did; not all stay to the end. */
        String reasonOf(int n) {
            return reason.formatted(58 - 11 * n % 27);
        }

        /** How much later than the one before somebody acts who acts alone; a list and a report are about all at once. */
        Duration apart() {
            return cause == Cause.REGISTRATION || cause == Cause.PERSON ? Duration.ofMinutes(29) : Duration.ZERO;
        }

        /** Whether it only says what is so already, so that it needs no seat. */
        boolean reported() {
            return cause == Cause.PROVIDER;
        }
    }

    /** How many have a seat in the end. */
    static int seats(List<SamplePerson> everybody) {
        return (int) everybody.stream()
                .filter(person -> SEATED.contains(person.status()))
                .count();
    }

    static List<Chapter> chapters() {
        return List.of(
                new Chapter(INVITED, EnumSet.allOf(StatusCode.class), Cause.IMPORT, days(-21), "Spring newsletter"),
                new Chapter(
                        PENDING_APPROVAL,
                        EnumSet.complementOf(EnumSet.of(INVITED, PENDING_APPROVAL)),
                        Cause.REGISTRATION,
                        days(-16),
                        ""),
                new Chapter(REGISTERED, EnumSet.of(NOT_IN_PROGRAM), Cause.APPROVAL, days(-15), "Approved"),
                new Chapter(
                        NOT_IN_PROGRAM, EnumSet.of(NOT_IN_PROGRAM), Cause.PERSON, days(-14), "Cannot make the date"),
                new Chapter(REGISTERED, SEATED, Cause.APPROVAL, days(-13), "Approved"),
                new Chapter(
                        REGISTRATION_ERROR,
                        EnumSet.of(REGISTRATION_ERROR),
                        Cause.PROVIDER,
                        days(-13).plusMinutes(4),
                        "The webinar tool refused the address"),
                new Chapter(WAITLISTED, EnumSet.of(WAITLISTED), Cause.APPROVAL, days(-12), "All seats are taken"),
                new Chapter(REJECTED, EnumSet.of(REJECTED), Cause.APPROVAL, days(-11), "For customers only"),
                new Chapter(PENDING_APPROVAL, EnumSet.of(PENDING_APPROVAL), Cause.REGISTRATION, days(-2), ""),
                new Chapter(ATTENDED, EnumSet.of(ATTENDED), Cause.PROVIDER, Duration.ofHours(2), "%d minutes live"),
                new Chapter(NO_SHOW, WATCHED_LATER, Cause.PROVIDER, Duration.ofHours(2), ""),
                new Chapter(
                        ATTENDED_ON_DEMAND,
                        EnumSet.of(ATTENDED_ON_DEMAND),
                        Cause.PROVIDER,
                        Duration.ofHours(5),
                        "Watched the recording"));
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }
}
