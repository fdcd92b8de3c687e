package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.Move.Reason.ALREADY_PAST;
import static rollcall.program.Move.Reason.CHANGED_MEANWHILE;
import static rollcall.program.Move.Reason.CLOSED;
import static rollcall.program.Move.Reason.NEEDS_APPROVER;
import static rollcall.program.Move.Reason.NEEDS_OTHER_APPROVER;
import static rollcall.program.Move.Reason.NOT_ALLOWED;
import static rollcall.program.Move.Reason.PROGRAM_FULL;
import static rollcall.program.Move.Reason.PROMISED_TO_WAITLIST;
import static rollcall.program.Move.Reason.REASON_REQUIRED;
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
import static rollcall.program.WebinarChannel.WEBINAR;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.Move;
import rollcall.program.Move.Skip;
import rollcall.program.Program;
import rollcall.program.Status;
import rollcall.program.StatusCode;

class VerdictsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.account(1, "Ann");
    private static final Actor BOB = Actor.account(2, "Bob");
    private static final Rights MANAGER = new Rights(true, true);
    private static final Rights APPROVER = new Rights(true, false);
    private static final Rights VIEWER = new Rights(false, false);

    private Program program = program(false);
    private SeatBudget seats = SeatBudget.unlimited();
    private Rights rights = MANAGER;

    @Test
    void theProgressionSpeaksFirst() {
        assertThat(reason(ask(REGISTERED), at(ATTENDED))).isEqualTo(ALREADY_PAST);
        assertThat(reason(ask(REGISTERED), at(INVITED))).isNull();
    }

    @Test
    void whatNothingStandsAgainstIsTheMoveOfTheProgression() {
        assertThat(move(ask(REGISTERED), outside())).isEqualTo(new Move.Join(null, WEBINAR.status(REGISTERED)));
        assertThat(move(ask(REGISTERED), at(INVITED)))
                .isEqualTo(new Move.Advance(WEBINAR.status(INVITED), WEBINAR.status(REGISTERED)));
        assertThat(move(ask(NOT_IN_PROGRAM), at(INVITED)))
                .isEqualTo(new Move.Leave(WEBINAR.status(INVITED), WEBINAR.status(NOT_IN_PROGRAM)));
        assertThat(move(ask(REJECTED), at(INVITED))).isEqualTo(new Skip(WEBINAR.status(INVITED), REASON_REQUIRED));
    }

    @Test
    void aStalePageIsToldBeforeAnythingElse() {
        assertThat(reason(ask(REGISTERED).expecting("INVITED"), at(ATTENDED))).isEqualTo(CHANGED_MEANWHILE);
        assertThat(reason(ask(REGISTERED).expecting("INVITED"), at(INVITED))).isNull();
        assertThat(reason(ask(REGISTERED).expecting("INVITED"), outside())).isEqualTo(CHANGED_MEANWHILE);
    }

    @Test
    void rejectedNeedsAReasonWhoeverAsks() {
        for (var cause : Cause.values()) {
            assertThat(reason(ask(REJECTED, cause), at(INVITED)))
                    .as(cause.name())
                    .isEqualTo(REASON_REQUIRED);
            assertThat(reason(ask(REJECTED, cause).because("Wrong audience"), at(INVITED)))
                    .as(cause.name())
                    .isNull();
        }
    }

    @Test
    void aReasonOfBlanksIsNone() {
        assertThat(reason(ask(REJECTED).because("  "), at(INVITED))).isEqualTo(REASON_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void leavingPendingApprovalNeedsTheRightToApproveHoweverItIsAskedFor(Cause cause) {
        rights = VIEWER;
        var expected = cause == Cause.PROVIDER ? null : NEEDS_APPROVER;
        assertThat(reason(ask(REGISTERED, cause), at(PENDING_APPROVAL))).isEqualTo(expected);
    }

    @Test
    void anApproverDecidesOnPendingPeopleAndDoesNothingElse() {
        rights = APPROVER;
        var allowed = EnumSet.noneOf(StatusCode.class);
        for (var code : StatusCode.values()) {
            if (reason(ask(code).because("why"), at(PENDING_APPROVAL)) == null) {
                allowed.add(code);
            }
            var reason = reason(ask(code).because("why"), at(INVITED));
            assertThat(reason).as(code.name()).isIn(NOT_ALLOWED, Move.Reason.ALREADY_THERE);
        }
        assertThat(allowed).containsExactlyInAnyOrder(WAITLISTED, REJECTED, REGISTERED);
    }

    @Test
    void aManagerMayTakeAPendingPersonOutAnApproverMayNot() {
        assertThat(reason(ask(NOT_IN_PROGRAM), at(PENDING_APPROVAL))).isNull();
        rights = APPROVER;
        assertThat(reason(ask(NOT_IN_PROGRAM), at(PENDING_APPROVAL))).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void aViewerChangesNothingByHandByFileOrByTheApi() {
        rights = VIEWER;
        for (var cause : List.of(Cause.PERSON, Cause.APPROVAL, Cause.IMPORT, Cause.API)) {
            assertThat(reason(ask(REGISTERED, cause), at(INVITED))).isEqualTo(NOT_ALLOWED);
        }
        for (var cause : List.of(Cause.REGISTRATION, Cause.WAITLIST, Cause.CAMPAIGN, Cause.PROVIDER)) {
            assertThat(reason(ask(REGISTERED, cause), at(INVITED))).isNull();
        }
    }

    @Test
    void withFourEyesNobodyApprovesWhomTheyBroughtIn() {
        program = program(true);
        assertThat(reason(ask(REGISTERED), at(PENDING_APPROVAL, ANN))).isEqualTo(NEEDS_OTHER_APPROVER);
        assertThat(reason(ask(REGISTERED), at(PENDING_APPROVAL, BOB))).isNull();
        assertThat(reason(ask(NOT_IN_PROGRAM), at(PENDING_APPROVAL, ANN))).isNull();
        program = program(false);
        assertThat(reason(ask(REGISTERED), at(PENDING_APPROVAL, ANN))).isNull();
    }

    @Test
    void theLastSeatIsGivenOnce() {
        seats = new SeatBudget(20, 19, 0);
        var verdicts = verdicts(ask(REGISTERED));
        assertThat(reason(verdicts, at(INVITED))).isNull();
        assertThat(reason(verdicts, at(INVITED))).isEqualTo(PROGRAM_FULL);
    }

    @Test
    void whoHoldsASeatTakesNoSecondOne() {
        seats = new SeatBudget(20, 20, 0);
        assertThat(reason(ask(REGISTERED), at(REGISTRATION_ERROR))).isNull();
        assertThat(seats.spent()).isZero();
    }

    @Test
    void leavingFreesASeat() {
        seats = new SeatBudget(20, 20, 0);
        assertThat(reason(ask(NOT_IN_PROGRAM), at(REGISTERED))).isNull();
        assertThat(seats.spent()).isEqualTo(-1);
        assertThat(reason(ask(REGISTERED), at(INVITED))).isNull();
        assertThat(seats.spent()).isZero();
    }

    @Test
    void whatHasHappenedIsNeverRefusedForASeat() {
        for (var code : List.of(NO_SHOW, ATTENDED_ON_DEMAND, ATTENDED)) {
            seats = new SeatBudget(20, 20, 3);
            assertThat(reason(ask(code), at(INVITED))).as(code.name()).isNull();
            assertThat(seats.spent()).isOne();
        }
        assertThat(reason(ask(REGISTERED, Cause.PROVIDER), at(INVITED))).isNull();
        assertThat(reason(ask(REGISTERED, Cause.IMPORT).asFact(), at(INVITED))).isNull();
        assertThat(reason(ask(REGISTERED, Cause.IMPORT), at(INVITED))).isEqualTo(PROGRAM_FULL);
    }

    @Test
    void whileSomebodyWaitsOnlyAWaitingPersonTakesAFreeSeat() {
        seats = new SeatBudget(20, 18, 1);
        var verdicts = verdicts(ask(REGISTERED));
        assertThat(reason(verdicts, at(INVITED))).isEqualTo(PROMISED_TO_WAITLIST);
        assertThat(reason(verdicts, at(WAITLISTED))).isNull();
        assertThat(reason(verdicts, at(INVITED))).as("nobody waits any more").isNull();
    }

    @Test
    void aManagerMayLetSomebodyPassTheWaitlistWithAReason() {
        seats = new SeatBudget(20, 18, 5);
        var ahead = ask(REGISTERED).aheadOfTheWaitlist(true);
        assertThat(reason(ahead, at(INVITED))).isEqualTo(REASON_REQUIRED);
        assertThat(reason(ahead.because("Speaker"), at(INVITED))).isNull();
        rights = APPROVER;
        assertThat(reason(ahead.because("Speaker"), at(PENDING_APPROVAL))).isEqualTo(PROMISED_TO_WAITLIST);
    }

    @Test
    void passingTheWaitlistMakesNoSeats() {
        seats = new SeatBudget(20, 20, 5);
        var ahead = ask(REGISTERED).aheadOfTheWaitlist(true).because("Speaker");
        assertThat(reason(ahead, at(INVITED))).isEqualTo(PROGRAM_FULL);
    }

    @Test
    void aRefusalSpendsNothing() {
        seats = new SeatBudget(20, 10, 0);
        rights = VIEWER;
        assertThat(reason(ask(REGISTERED), at(INVITED))).isEqualTo(NOT_ALLOWED);
        assertThat(seats.spent()).isZero();
    }

    @Test
    void aCorrectionEndsInAnyStatusAndOnlyAManagerMakesOne() {
        for (var code : StatusCode.values()) {
            var move = correct(ask(code).because("why"), at(ATTENDED));
            assertThat(move)
                    .as(code.name())
                    .isEqualTo(
                            code == ATTENDED
                                    ? new Skip(WEBINAR.status(ATTENDED), Move.Reason.ALREADY_THERE)
                                    : WEBINAR.progression()
                                            .move(
                                                    WEBINAR.status(code == NOT_IN_PROGRAM ? ATTENDED : NOT_IN_PROGRAM),
                                                    WEBINAR.status(code)));
        }
        assertThat(correct(ask(REGISTERED), at(ATTENDED))).isEqualTo(skip(REASON_REQUIRED, ATTENDED));
        rights = APPROVER;
        assertThat(correct(ask(REGISTERED).because("why"), at(ATTENDED))).isEqualTo(skip(NOT_ALLOWED, ATTENDED));
    }

    @Test
    void aCorrectionIsNoWayAroundTheFourEyes() {
        program = program(true);
        var own = at(PENDING_APPROVAL, ANN);
        assertThat(correct(ask(REGISTERED).because("why"), own))
                .isEqualTo(skip(NEEDS_OTHER_APPROVER, PENDING_APPROVAL));
        assertThat(correct(ask(NOT_IN_PROGRAM).because("why"), own)).isInstanceOf(Move.Leave.class);
        assertThat(correct(ask(REGISTERED).because("why"), at(PENDING_APPROVAL)))
                .isInstanceOf(Move.Join.class);
    }

    @Test
    void whatOnlyTellsWhatWasIsNotCorrected() {
        var closed = new Standing(1L, 1, WEBINAR.status(NOT_IN_PROGRAM), BOB.key(), NOW, NOW, true, null, false);
        assertThat(correct(ask(REGISTERED).because("why"), closed)).isEqualTo(skip(CLOSED, NOT_IN_PROGRAM));
    }

    private Move correct(StatusRequest request, Standing standing) {
        return verdicts(request).correct(standing, WEBINAR.status(request.to()));
    }

    private static Skip skip(Move.Reason reason, StatusCode at) {
        return new Skip(WEBINAR.status(at), reason);
    }

    /** On the page of somebody who waits, any status can be asked for as what becomes of them. */
    @Test
    void whatIsHiddenIsNotChosenForWhoeverWaitsEither() {
        var hidden = hiding(WAITLISTED);
        for (var cause : List.of(Cause.PERSON, Cause.APPROVAL, Cause.IMPORT, Cause.API, Cause.CAMPAIGN)) {
            var asked = ask(ATTENDED, cause);
            assertThat(new Verdicts(program, hiding(ATTENDED), asked, rights, seats)
                            .decide(at(PENDING_APPROVAL), hiding(ATTENDED).status(ATTENDED), ""))
                    .as(cause.name())
                    .isEqualTo(new Skip(WEBINAR.status(PENDING_APPROVAL), Move.Reason.HIDDEN));
        }
        assertThat(new Verdicts(program, hidden, ask(WAITLISTED, Cause.APPROVAL), rights, seats)
                        .decide(at(PENDING_APPROVAL), hidden.status(WAITLISTED), ""))
                .as("a decision of Rollcall's own")
                .isInstanceOf(Move.Advance.class);
    }

    private static Channel hiding(StatusCode code) {
        var statuses = WEBINAR.statuses().stream()
                .map(one -> one.is(code)
                        ? new Status(
                                one.key(), one.name(), one.step(), one.place(), one.success(), true, one.holdsSeat())
                        : one)
                .toList();
        return new Channel(WEBINAR.id(), WEBINAR.version(), WEBINAR.name(), statuses);
    }

    private StatusRequest ask(StatusCode to) {
        return ask(to, Cause.PERSON);
    }

    private StatusRequest ask(StatusCode to, Cause cause) {
        return StatusRequest.of(7, to, cause, ANN);
    }

    private Verdicts verdicts(StatusRequest request) {
        return new Verdicts(program, WEBINAR, request, rights, seats);
    }

    private Move.@Nullable Reason reason(StatusRequest request, Standing standing) {
        return move(request, standing) instanceof Skip skip ? skip.reason() : null;
    }

    private Move move(StatusRequest request, Standing standing) {
        return verdicts(request).decide(standing, WEBINAR.status(request.to()), request.reason());
    }

    private static Move.@Nullable Reason reason(Verdicts verdicts, Standing standing) {
        return verdicts.decide(standing, WEBINAR.status(REGISTERED), "") instanceof Skip skip ? skip.reason() : null;
    }

    private static Standing outside() {
        return Standing.outside(1, NOW);
    }

    private static Standing at(StatusCode code) {
        return at(code, BOB);
    }

    private static Standing at(StatusCode code, Actor broughtBy) {
        Status status = WEBINAR.status(code);
        return new Standing(1L, 1, status, broughtBy.key(), NOW, NOW, false, null, false);
    }

    private static Program program(boolean fourEyes) {
        return new Program(
                7L,
                0,
                1,
                "Launch",
                "",
                NOW,
                NOW.plusSeconds(3600),
                "UTC",
                null,
                false,
                false,
                fourEyes,
                null,
                null,
                false,
                NOW);
    }
}
