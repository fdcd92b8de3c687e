package rollcall.provider.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.provider.zoom.ZoomFixture.EVENT;
import static rollcall.provider.zoom.ZoomFixture.START;
import static rollcall.provider.zoom.ZoomFixture.minute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.EventDetails.State;
import rollcall.provider.EventListing;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Call;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.HeldKeys;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;
import rollcall.provider.zoom.ZoomService.Join;
import rollcall.provider.zoom.ZoomService.Run;

/** What is Zoom's own, beside what every provider has to keep. */
class ZoomTest {

    private static final String ANA = "ana@example.com";

    private final ZoomFixture fixture = new ZoomFixture();
    private final ZoomService service = fixture.service;
    private final Zoom zoom = fixture.zoom;

    @AfterEach
    void close() {
        fixture.close();
    }

    private RegistrationOutcome register(String email) {
        return zoom.register(EVENT, ZoomFixture.request(email, Map.of()));
    }

    private static ProviderFailure failure(RegistrationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).failure();
    }

    private static boolean single(Call call) {
        return call.is("POST", "/v2/webinars/\\d+/registrants");
    }

    private static boolean batch(Call call) {
        return call.is("POST", "/v2/webinars/\\d+/batch_registrants");
    }

    private static <T> List<T> all(Function<String, Page<T>> pages) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
            assertThat(cursor == null ? "" : cursor).hasSizeLessThanOrEqualTo(100);
        } while (cursor != null);
        return all;
    }

    private List<AttendanceRecord> live() {
        return last(all(cursor -> zoom.attendance(EVENT, AttendanceKind.LIVE, cursor)));
    }

    private List<AttendanceRecord> onDemand() {
        return last(all(cursor -> zoom.attendance(EVENT, AttendanceKind.ON_DEMAND, cursor)));
    }

    /** As findings are stored: what a later page says of somebody replaces what an earlier one said. */
    private static List<AttendanceRecord> last(List<AttendanceRecord> records) {
        var byPerson = new LinkedHashMap<String, AttendanceRecord>();
        records.forEach(one -> byPerson.put(
                one.registrantId() == null
                        ? RegistrantBook.key(one.email().isEmpty() ? one.name() : one.email())
                        : one.registrantId(),
                one));
        return List.copyOf(byPerson.values());
    }

    private List<RegistrationOutcome> together(String... emails) {
        return zoom.register(
                EVENT,
                Arrays.stream(emails)
                        .map(email -> ZoomFixture.request(email, Map.of()))
                        .toList());
    }

    @Test
    void severalGoInOneBatchOnceItIsKnownThatAPersonWouldHaveToApprove() {
        fixture.webinar.approval = 1;
        assertThat(zoom.together(EVENT)).isEqualTo(1);
        register(ANA);
        assertThat(zoom.together(EVENT)).isEqualTo(30);

        var outcomes = together(ANA, "bo@example.com", "cy@example.com");

        assertThat(outcomes)
                .extracting(one -> ((Accepted) one).registrant().email())
                .containsExactly(ANA, "bo@example.com", "cy@example.com");
        assertThat(outcomes)
                .extracting(one -> ((Accepted) one).registrant().registrantId())
                .containsExactlyElementsOf(
                        fixture.webinar.registrants.stream().map(one -> one.id).toList());
        assertThat(service.count(ZoomTest::batch)).isEqualTo(2);
        assertThat(fixture.webinar.registrants)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.status).isEqualTo("approved"));
    }

    @Test
    void whereZoomLetsInByItselfAndInASeriesNobodyGoesInABatch() {
        register(ANA);
        assertThat(zoom.together(EVENT)).isEqualTo(1);

        fixture.webinar.approval = 1;
        fixture.webinar.type = 9;
        fixture.clock.advance(Duration.ofMinutes(6));
        register("bo@example.com");
        assertThat(zoom.together(EVENT)).isEqualTo(1);
        assertThat(together("cy@example.com", "di@example.com")).isEmpty();
        assertThat(service.count(ZoomTest::batch)).isZero();
    }

    /** Zoom does not say which of them was the reason. */
    @Test
    void aBatchThatIsRefusedIsLeftToBeSentOneByOne() {
        fixture.webinar.approval = 1;
        fixture.webinar.capacity = 1;

        assertThat(together(ANA, "bo@example.com")).isEmpty();
        assertThat(register(ANA)).isInstanceOf(Accepted.class);
        assertThat(failure(register("bo@example.com")))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.CAPACITY_FULL));
        assertThat(fixture.webinar.registrants).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "HALF_A_BODY", "BROKEN"})
    void whatBecameOfABatchWhoseAnswerIsLostIsUnclearForEachOfThem(Fault fault) {
        fixture.webinar.approval = 1;
        register("di@example.com");
        service.next(ZoomTest::batch, fault);

        assertThat(together(ANA, "bo@example.com"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(failure(one)).isInstanceOf(Unclear.class));
        assertThat(zoom.find(EVENT, "bo@example.com").isPresent()).isEqualTo(fault != Fault.BROKEN);
    }

    @Test
    void aBatchThatNamesOnlySomeIsUnclearForTheOthers() {
        fixture.webinar.approval = 1;
        register(ANA);
        var ana = Map.of("email", ANA, "registrant_id", "r-1", "join_url", "https://us06web.zoom.us/w/970?tk=1");
        service.next(ZoomTest::batch, Answer.json(200, Map.of("registrants", List.of(ana))));

        var outcomes = together("bo@example.com", ANA);

        assertThat(failure(outcomes.get(0))).isInstanceOf(Unclear.class);
        assertThat(outcomes.get(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void tellsWhatItKnowsOfSomebody() {
        fixture.webinar.customQuestions = List.of(Map.of("title", "Why do you come?", "type", "short"));
        zoom.register(
                EVENT, ZoomFixture.request(ANA, Map.of("City", "Lund", "why do you come?", "To learn", "Else", "x")));

        var sent = service.calls().stream()
                .filter(ZoomTest::single)
                .findFirst()
                .orElseThrow()
                .json();
        assertThat(sent.toString())
                .isEqualTo(
                        "{\"email\":\"ana@example.com\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\",\"org\":\"Acme\","
                            + "\"job_title\":\"Engineer\",\"country\":\"SE\",\"city\":\"Lund\",\"custom_questions\":"
                                + sent.path("custom_questions") + "}");
        assertThat(sent.path("custom_questions").size()).isEqualTo(1);
        assertThat(sent.at("/custom_questions/0/title").asString()).isEqualTo("Why do you come?");
        assertThat(sent.at("/custom_questions/0/value").asString()).isEqualTo("To learn");
    }

    @Test
    void whoeverWasLetInHereIsApprovedAtOnceWhereAPersonWouldHaveTo() {
        fixture.webinar.approval = 1;

        assertThat(register(ANA)).isInstanceOfSatisfying(Accepted.class, in -> {
            assertThat(in.registrant().registrantId()).isEqualTo(fixture.webinar.person(ANA).id);
            assertThat(in.link()).isNotNull();
        });
        assertThat(fixture.webinar.person(ANA).status).isEqualTo("approved");
        assertThat(service.count(ZoomTest::batch)).isEqualTo(1);
        assertThat(service.count(ZoomTest::single)).isZero();
        assertThat(service.calls().stream()
                        .filter(ZoomTest::batch)
                        .findFirst()
                        .orElseThrow()
                        .json()
                        .path("auto_approve")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aFullBatchSaysSo() {
        fixture.webinar.approval = 1;
        register("first@example.com");
        fixture.webinar.capacity = 1;

        assertThat(failure(register(ANA)))
                .isEqualTo(new Rejected(Refusal.CAPACITY_FULL, "Webinar has reached maximum attendee capacity."));
    }

    @Test
    void aBatchThatNamesNobodyIsUnclear() {
        fixture.webinar.approval = 1;
        service.next(ZoomTest::batch, Answer.json(200, Map.of("registrants", List.of())));

        assertThat(failure(register(ANA))).isInstanceOf(Unclear.class);
    }

    @Test
    void aSeriesTakesNoBatchSoItWaitsAndIsApproved() {
        fixture.webinar.approval = 1;
        fixture.webinar.type = 9;

        var outcome = register(ANA);

        assertThat(outcome).isInstanceOf(Pending.class);
        var ref = ((Pending) outcome).registrant();
        assertThat(zoom.find(EVENT, ANA))
                .hasValueSatisfying(one -> assertThat(one.state()).isEqualTo(Registrant.State.PENDING));
        assertThat(zoom.joinLink(EVENT, ref)).isEmpty();
        assertThat(zoom.decide(EVENT, ref, Decision.APPROVE)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(zoom.joinLink(EVENT, ref)).isPresent();
    }

    @Test
    void whetherSomebodyWaitsIsReadWhereTheReplyHasNoLink() {
        register("first@example.com"); // its settings are known now
        fixture.webinar.approval = 1;

        assertThat(register(ANA)).isInstanceOf(Pending.class);
    }

    @Test
    void registeredButAsWhatIsUnclear() {
        fixture.webinar.approval = 1;
        fixture.webinar.type = 9;
        service.next(call -> call.is("GET", "/v2/webinars/\\d+/registrants/r.*"), Fault.BROKEN);

        assertThat(failure(register(ANA))).isInstanceOf(Unclear.class);
        assertThat(fixture.webinar.registrants).hasSize(1);
    }

    @Test
    void nothingIsUnclearBeforeAnythingWasSent() {
        service.next(call -> call.is("GET", "/v2/webinars/\\d+"), Fault.HTML);
        assertThat(failure(register(ANA))).isInstanceOf(Temporary.class);
        service.expireTokens();
        service.next(call -> call.is("POST", "/oauth/token"), Fault.HTML);
        assertThat(failure(register(ANA))).isInstanceOf(Temporary.class);
        assertThat(service.count(ZoomTest::single)).isZero();
    }

    @Test
    void aDenialStays() {
        var ref = ((Accepted) register(ANA)).registrant();
        assertThat(zoom.decide(EVENT, ref, Decision.DENY)).isInstanceOf(DecisionOutcome.Done.class);

        assertThat(failure(register(ANA)))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.PREVIOUSLY_DENIED));
        assertThat(zoom.find(EVENT, ANA))
                .hasValueSatisfying(one -> assertThat(one.state()).isEqualTo(Registrant.State.DENIED));
        assertThat(zoom.decide(EVENT, new RegistrantRef(null, ANA), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
        assertThat(fixture.webinar.person(ANA).status)
                .as("known by address only: the denial stays")
                .isEqualTo("denied");
    }

    @Test
    void whoeverWasCancelledCanComeBack() {
        register(ANA);
        assertThat(zoom.decide(EVENT, new RegistrantRef(null, "Ana@Example.com"), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);

        assertThat(service.count(call -> call.is("DELETE", "/v2/webinars/\\d+/registrants/r1_.*")))
                .isEqualTo(1);
        assertThat(service.count(call -> call.is("PUT", ".*")))
                .as("never Zoom's own cancel")
                .isZero();
        assertThat(register(ANA)).isInstanceOf(Accepted.class);
    }

    @Test
    void approvingIntoAFullWebinarIsRefused() {
        fixture.webinar.approval = 1;
        fixture.webinar.type = 9;
        var ref = ((Pending) register(ANA)).registrant();
        ((Pending) register("bo@example.com")).registrant();
        zoom.decide(EVENT, new RegistrantRef(null, "bo@example.com"), Decision.APPROVE);
        fixture.webinar.capacity = 1;

        assertThat(zoom.decide(EVENT, ref, Decision.APPROVE))
                .isEqualTo(new DecisionOutcome.Failed(
                        new Rejected(Refusal.CAPACITY_FULL, "Webinar has reached maximum attendee capacity.")));
    }

    @Test
    void aPlanThatIsMissingIsNoSuccessThoughItIsSaidWith200() {
        var ref = ((Accepted) register(ANA)).registrant();
        service.next(
                call -> call.is("PUT", ".*"), ZoomService.said(200, 200, "The webinar plan subscription is missing."));

        assertThat(zoom.decide(EVENT, ref, Decision.DENY))
                .isEqualTo(new DecisionOutcome.Failed(new Barred("The webinar plan subscription is missing.")));
    }

    @Test
    void whoWasSentTooOftenTodayIsLookedUpFirst() {
        IntStream.range(0, 3).forEach(n -> register(ANA));

        assertThat(register(ANA)).isInstanceOfSatisfying(Accepted.class, in -> {
            assertThat(in.duplicate()).isTrue();
            assertThat(in.registrant().registrantId()).isEqualTo(fixture.webinar.person(ANA).id);
        });
        assertThat(fixture.webinar.registrants).hasSize(1);
    }

    @Test
    void whoWasSentTooOftenTodayAndIsNotInHasToWaitAndNobodyElse() {
        IntStream.range(0, 3).forEach(n -> register(ANA));
        fixture.webinar.registrants.clear();

        assertThat(failure(register(ANA)))
                .isInstanceOfSatisfying(
                        Temporary.class, later -> assertThat(later.words()).contains("daily rate limit"));
        assertThat(register("bo@example.com")).isInstanceOf(Accepted.class);
    }

    @Test
    void aTokenIsAskedForOnceAndRenewedOnceWhenItIsRefused() {
        register(ANA);
        register("bo@example.com");
        assertThat(tokens()).isEqualTo(1);
        fixture.clock.advance(Duration.ofMinutes(59).plusSeconds(1));
        register("cy@example.com");
        assertThat(tokens()).as("a minute before its end").isEqualTo(2);
        service.expireTokens();
        register("di@example.com");
        assertThat(tokens()).isEqualTo(3);
        service.next(call -> call.is("POST", ".*/registrants"), ZoomService.said(401, 124, "Invalid access token."));
        assertThat(register("ed@example.com")).isInstanceOf(Accepted.class);
        assertThat(tokens()).isEqualTo(4);
    }

    private long tokens() {
        return service.count(call -> call.is("POST", "/oauth/token"));
    }

    @Test
    void theCheckNamesTheScopesThatAreMissing() {
        service.scope("webinar:read:webinar:admin webinar:read:list_webinars:admin");
        assertThatThrownBy(() -> zoom.check(HeldKeys.CONNECTION))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure())
                                .isInstanceOfSatisfying(
                                        Barred.class,
                                        barred -> assertThat(barred.words())
                                                .contains("webinar:write:registrant:admin")
                                                .doesNotContain("list_webinars")));
        service.scope("webinar:read:admin webinar:write:admin report:read:admin");
        zoom.check(HeldKeys.CONNECTION); // scopes of the older kind are not looked at
    }

    @Test
    void theWebinarsOfEachHostAreListedAndOneWhomZoomDoesNotKnowIsSaid() {
        try (var several = new ZoomFixture(Map.of(Zoom.HOSTS, "a@example.com, b@example.com"))) {
            several.service.host("a@example.com");
            assertThatThrownBy(() -> several.zoom.check(HeldKeys.CONNECTION))
                    .isInstanceOfSatisfying(
                            ProviderTrouble.class,
                            trouble -> assertThat(trouble.failure())
                                    .isInstanceOfSatisfying(
                                            Barred.class,
                                            barred -> assertThat(barred.words()).contains("b@example.com")));
            several.service.host("b@example.com");
            several.zoom.check(HeldKeys.CONNECTION);
            assertThat(all(cursor -> several.zoom.events(HeldKeys.CONNECTION, START, cursor)))
                    .extracting(EventListing::externalId)
                    .containsExactly(ZoomFixture.ID, ZoomFixture.ID); // the fake's hosts have the same ones
            assertThat(all(cursor -> several.zoom.events(HeldKeys.CONNECTION, START.plusSeconds(1), cursor)))
                    .isEmpty();
        }
    }

    @Test
    void allStatesAreListed() {
        fixture.webinar.approval = 1;
        fixture.webinar.type = 9;
        register(ANA);
        zoom.decide(EVENT, ((Pending) register("bo@example.com")).registrant(), Decision.APPROVE);
        zoom.decide(EVENT, ((Pending) register("cy@example.com")).registrant(), Decision.DENY);

        assertThat(all(cursor -> zoom.registrants(EVENT, cursor)))
                .extracting(one -> one.ref().email() + " " + one.state())
                .containsExactly("bo@example.com APPROVED", "ana@example.com PENDING", "cy@example.com DENIED");
    }

    @Test
    void describesWhatIsPlannedAndWhatTookPlace() {
        fixture.webinar.capacity = 500;
        var planned = zoom.describe(EVENT);
        assertThat(planned.state()).isEqualTo(State.SCHEDULED);
        assertThat(planned.startsAt()).isEqualTo(START);
        assertThat(planned.endsAt()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(planned.capacity()).isEqualTo(500);

        fixture.clock.set(minute(30));
        assertThat(zoom.describe(EVENT).state())
                .as("going on, for all that Zoom says")
                .isEqualTo(State.UNKNOWN);

        fixture.end();
        var over = zoom.describe(EVENT);
        assertThat(over.state()).isEqualTo(State.ENDED);
        assertThat(over.startsAt()).isEqualTo(fixture.run.from);
        assertThat(over.endsAt()).isEqualTo(fixture.run.to);
    }

    @Test
    void aRehearsalIsNoRun() {
        fixture.webinar.runs.clear();
        var rehearsal = new Run("practice==", START.minus(Duration.ofDays(1)), START.minus(Duration.ofHours(23)));
        fixture.webinar.runs.add(rehearsal);
        register(ANA);
        rehearsal.joins.add(new Join(
                fixture.webinar.registrants.isEmpty() ? "r" : fixture.webinar.registrants.getFirst().id,
                "",
                "Ana",
                rehearsal.from,
                rehearsal.to));
        fixture.end();

        assertThat(zoom.describe(EVENT).state()).isEqualTo(State.UNKNOWN);
        var page = zoom.attendance(EVENT, AttendanceKind.LIVE, null);
        assertThat(page.items()).isEmpty();
        assertThat(page.complete()).isFalse();
    }

    @Test
    void visitsAreTakenTogetherAndMinutesAtTwoScreensCountOnce() {
        register(ANA);
        fixture.join(ANA, 10, 20);
        fixture.join(ANA, 5, 15);
        fixture.join(ANA, 40, 50);
        fixture.end();

        assertThat(live()).singleElement().satisfies(one -> {
            assertThat(one.registrantId()).isEqualTo(fixture.webinar.person(ANA).id);
            assertThat(one.from()).isEqualTo(minute(5));
            assertThat(one.attended()).isEqualTo(Duration.ofMinutes(25));
        });
    }

    /** Somebody's visits on several pages are one stay all the same, also when Zoom forgets in the middle where it was. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void visitsOnSeveralPagesAreTakenTogether(boolean forgets) {
        register(ANA);
        register("bo@example.com");
        fixture.join(ANA, 0, 10);
        IntStream.range(0, 299).forEach(n -> fixture.join("bo@example.com", n / 10, n / 10 + 2));
        fixture.join(ANA, 30, 40);
        fixture.end();

        var first = zoom.attendance(EVENT, AttendanceKind.LIVE, null);
        assertThat(first.next()).isNotNull();
        if (forgets) {
            service.forgetPages();
        }
        var records = new ArrayList<>(first.items());
        for (@Nullable String cursor = first.next(); cursor != null; ) {
            var page = zoom.attendance(EVENT, AttendanceKind.LIVE, cursor);
            records.addAll(page.items());
            cursor = page.next();
        }
        assertThat(last(records))
                .extracting(AttendanceRecord::attended)
                .containsExactly(Duration.ofMinutes(20), Duration.ofMinutes(31));
    }

    @Test
    void aReportThatAnotherNodeBeganIsBegunAnew() {
        register(ANA);
        IntStream.range(0, 301).forEach(n -> fixture.join(ANA, n % 50, n % 50 + 1));
        fixture.end();
        var cursor = zoom.attendance(EVENT, AttendanceKind.LIVE, null).next();

        var other = new Zoom(
                new HeldKeys(
                        Zoom.KIND,
                        Map.of(
                                Zoom.ACCOUNT_ID,
                                ZoomService.ACCOUNT,
                                Zoom.CLIENT_ID,
                                ZoomService.CLIENT,
                                Zoom.CLIENT_SECRET,
                                "S-1")),
                fixture.settings(),
                fixture.clock);
        var page = other.attendance(EVENT, AttendanceKind.LIVE, cursor);

        assertThat(page.items())
                .singleElement()
                .satisfies(one -> assertThat(one.attended()).isEqualTo(Duration.ofMinutes(50)));
        assertThat(page.next()).isNotNull().isNotEqualTo(cursor).startsWith("1|");
    }

    @Test
    void aListThatCannotBeReadToItsEndIsGivenUp() {
        assertThatThrownBy(() -> zoom.attendance(EVENT, AttendanceKind.LIVE, "3|gone|x|y"))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure()).isInstanceOf(Temporary.class));
    }

    @Test
    void whoHasNoRegistrantIdCountsOnlyUnderARegistrantsAddress() {
        register(ANA);
        fixture.join(ANA, 0, 10);
        fixture.run.joins.add(new Join(null, "host@acme.example", "The host", minute(0), minute(60)));
        fixture.run.joins.add(new Join(null, "Ana@Example.com", "Ana, signed in", minute(5), minute(30)));
        fixture.run.joins.add(new Join(null, "", "Phone", minute(5), minute(30)));
        fixture.end();

        assertThat(live()).singleElement().satisfies(one -> {
            assertThat(one.registrantId()).isEqualTo(fixture.webinar.person(ANA).id);
            assertThat(one.attended()).isEqualTo(Duration.ofMinutes(30));
        });
    }

    @Test
    void anEventToWhichOnlyTheHostCameIsEmpty() {
        register(ANA);
        fixture.run.joins.add(new Join(null, "host@acme.example", "The host", minute(0), minute(60)));
        fixture.end();

        assertThat(live()).isEmpty();
    }

    @Test
    void aWebinarThatWasBegunAgainIsOne() {
        register(ANA);
        register("bo@example.com");
        fixture.join(ANA, 0, 10);
        var second = new Run("second==", minute(65), minute(90));
        fixture.webinar.runs.add(second);
        second.joins.add(new Join(fixture.webinar.person(ANA).id, "", "Ana", minute(65), minute(80)));
        second.joins.add(new Join(fixture.webinar.person("bo@example.com").id, "", "Bo", minute(70), minute(90)));
        fixture.end();

        assertThat(live())
                .extracting(AttendanceRecord::attended)
                .containsExactly(Duration.ofMinutes(25), Duration.ofMinutes(20));
        assertThat(zoom.describe(EVENT).endsAt()).isEqualTo(second.to);
        assertThat(all(cursor -> zoom.noShows(EVENT, cursor)))
                .extracting(one -> one.ref().email())
                .as("of each run; whoever came to another is in the report")
                .containsExactly("bo@example.com");
    }

    @Test
    void aUuidWithSlashesIsEncodedTwice() {
        fixture.end();
        live();
        onDemand();
        assertThat(service.calls())
                .extracting(Call::path)
                .contains(
                        "/v2/report/webinars/%2Fa1%2F%2FWm%2BQ%3D%3D/participants",
                        "/v2/meetings/%2Fa1%2F%2FWm%2BQ%3D%3D/recordings/analytics_details");
        assertThat(ZoomApi.uuid("q1Wm+==")).isEqualTo("q1Wm+==");
    }

    @Test
    void viewsOfTheRecordingAreAddedUpMonthByMonth() {
        fixture.view(ANA, minute(120), Duration.ofMinutes(10));
        fixture.view("Ana@example.com", START.plus(Duration.ofDays(35)), Duration.ofMinutes(5));
        fixture.run.views.add(new ZoomService.View("", "A guest", minute(130), 60));
        fixture.clock.set(START.plus(Duration.ofDays(40)));

        assertThat(onDemand())
                .extracting(one -> one.email().toLowerCase(Locale.ROOT) + " " + one.attended())
                .containsExactly("ana@example.com PT15M", " PT1M");
        assertThat(service.count(call -> call.path().endsWith("analytics_details")))
                .isEqualTo(2);
    }

    @Test
    void noRecordingAndNoLeaveToAskAreNobody() {
        fixture.run.recorded = false;
        fixture.end();
        assertThat(onDemand()).isEmpty();
        fixture.run.recorded = true;
        fixture.view(ANA, minute(120), Duration.ofMinutes(10));
        var noLeave = ZoomService.said(400, 4711, "Invalid access token, does not contain scopes.");
        service.always(call -> call.path().endsWith("analytics_details"), noLeave);
        assertThat(onDemand()).isEmpty();
    }

    @Test
    void theAbsentAreReadPageByPage() {
        IntStream.range(0, 301).forEach(n -> register("p%d@example.com".formatted(n)));
        fixture.join("p7@example.com", 0, 10);
        register("late@example.com");
        fixture.end();

        assertThat(all(cursor -> zoom.noShows(EVENT, cursor)))
                .hasSize(301)
                .noneMatch(one -> one.ref().email().startsWith("p7@"));
    }

    @Test
    void ofAWebinarWithoutRegistrationNobodyIsAbsent() {
        fixture.end();
        service.next(
                call -> call.path().endsWith("absentees"),
                ZoomService.said(400, 3000, "Registration is not required."));
        assertThat(zoom.noShows(EVENT, null).items()).isEmpty();
        service.next(
                call -> call.path().endsWith("absentees"),
                ZoomService.said(404, 3001, "Meeting ID is invalid or not end."));
        assertThat(zoom.noShows(EVENT, null))
                .asInstanceOf(InstanceOfAssertFactories.type(Page.class))
                .matches(page -> !page.complete());
    }
}
