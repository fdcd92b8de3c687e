package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.provider.EventDetails;
import rollcall.provider.EventDetails.State;
import rollcall.provider.EventListing;
import rollcall.provider.EventRef;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.HeldKeys;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;

class TeamsTest {

    private final TeamsFixture teams = new TeamsFixture();
    private final TeamsService service = teams.service();

    @AfterEach
    void close() {
        teams.close();
    }

    private EventDetails described() {
        return teams.provider().describe(TeamsFixture.EVENT);
    }

    private static ProviderFailure failure(ThrowingCallable call) {
        var caught = new ArrayList<ProviderFailure>();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ProviderTrouble.class, trouble -> caught.add(trouble.failure()));
        return caught.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "GMT Standard Time, 2026-03-02T17:00:00Z",
        "W. Europe Standard Time, 2026-03-02T16:00:00Z",
        "Pacific Standard Time, 2026-03-03T01:00:00Z",
        "UTC, 2026-03-02T17:00:00Z",
        "Europe/Stockholm, 2026-03-02T16:00:00Z",
    })
    void aWebinarIsPlannedInAZoneOfWindows(String zone, Instant start) {
        service.plan("2026-03-02T17:00:00.0000000", "2026-03-02T18:30:00", zone);
        assertThat(described().startsAt()).isEqualTo(start);
        assertThat(described().endsAt()).isEqualTo(start.plus(Duration.ofMinutes(90)));
    }

    @Test
    void summerTimeIsOfTheDayOfTheWebinar() {
        service.plan("2026-07-02T17:00:00", "2026-07-02T18:00:00", "GMT Standard Time");
        assertThat(described().startsAt()).isEqualTo("2026-07-02T16:00:00Z");
    }

    @Test
    void aZoneThatNobodyKnowsMakesNoTimeAndNoState() {
        service.plan("2026-03-02T17:00:00", "2026-03-02T18:00:00", "tzone://Microsoft/Custom");
        assertThat(described()).isEqualTo(new EventDetails("Spring launch", null, null, null, State.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "published, 16:59:59, SCHEDULED",
        "published, 17:00:00, LIVE",
        "published, 18:00:00, ENDED",
        "draft, 16:00:00, SCHEDULED",
        "unknownFutureValue, 18:00:00, ENDED",
        "canceled, 17:30:00, CANCELLED",
    })
    void thePlanSaysWhetherItIsOver(String status, String time, State state) {
        service.webinar.put("status", status);
        teams.clock().set(Instant.parse("2026-03-02T" + time + "Z"));
        assertThat(described().state()).isEqualTo(state);
    }

    @Test
    void theCapacityIsReadWhereItCanBe() {
        assertThat(described().capacity()).isNull();
        service.configuration.put("capacity", 500);
        assertThat(described().capacity()).isEqualTo(500);
        service.next(call -> call.path().endsWith("/registrationConfiguration"), Answer.empty(404));
        assertThat(described().capacity()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../users", "a/b", "..", "", "a@b@c", "id?x=1"})
    void whatCanBeNoIdIsNotAskedFor(String id) {
        var event = new EventRef(Teams.KIND, id, HeldKeys.CONNECTION);
        assertThat(failure(() -> teams.provider().describe(event)))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.EVENT_NOT_FOUND));
        assertThat(service.calls()).isEmpty();
    }

    private Map<String, Object> other(String id, String status, String start) {
        var when = Map.of("dateTime", start, "timeZone", "UTC");
        return new HashMap<>(
                Map.of("id", id, "displayName", id, "status", status, "startDateTime", when, "endDateTime", when));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void theListHasWhatIsStillToComeWhateverItsPages(int pageSize) {
        service.pageSize = pageSize;
        service.others.add(other("past", "published", "2026-03-01T10:00:00"));
        service.others.add(other("called-off", "canceled", "2026-04-01T10:00:00"));
        service.others.add(other("draft", "draft", "2026-04-02T10:00:00"));
        var all = new ArrayList<EventListing>();
        String cursor = null;
        do {
            var page =
                    teams.provider().events(HeldKeys.CONNECTION, teams.clock().instant(), cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(all)
                .containsExactly(
                        new EventListing("draft", "draft", Instant.parse("2026-04-02T10:00:00Z")),
                        new EventListing(TeamsService.WEBINAR, "Spring launch", TeamsFixture.START));
    }

    @Test
    void aCursorOfOneConnectionLeadsNowhereInAnother() {
        service.pageSize = 1;
        service.others.add(other("first", "published", "2026-04-01T10:00:00"));
        var now = teams.clock().instant();
        var next = teams.provider().events(HeldKeys.CONNECTION, now, null).next();
        service.others.set(0, other("second", "published", "2026-04-01T10:00:00"));
        assertThat(teams.provider().events(8, now, next).items())
                .extracting(EventListing::externalId)
                .containsExactly(TeamsService.WEBINAR);
        assertThat(service.count(call -> call.is("GET", ".*/webinars")))
                .as("walked from the beginning")
                .isEqualTo(3);
        assertThat(teams.provider().events(HeldKeys.CONNECTION, now, "rubbish").items())
                .extracting(EventListing::externalId)
                .containsExactly("second");
    }

    @Test
    void theCheckReadsAWebinarWhereThereIsOne() {
        teams.provider().check(HeldKeys.CONNECTION);
        assertThat(service.calls())
                .extracting(call -> call.path().replaceFirst(".*/webinars", ""))
                .containsExactly(
                        "/entra/" + TeamsService.TENANT + "/oauth2/v2.0/token",
                        "",
                        "/" + TeamsService.WEBINAR + "/registrations");
    }

    @Test
    void theCheckSaysWhatIsMissingWithoutThePolicy() {
        service.policyMissing = true;
        assertThat(failure(() -> teams.provider().check(HeldKeys.CONNECTION)))
                .isInstanceOfSatisfying(
                        Barred.class,
                        barred -> assertThat(barred.words())
                                .startsWith("{provider.own.GRAPH_REFUSES|")
                                .contains("Forbidden", "VirtualEvent.Read.All")
                                .hasSizeLessThan(ProviderFailure.LONGEST));
        var nobody = teams.register("ana@example.com");
        assertThat(nobody.toString()).contains("Barred");
    }

    @Test
    void aRefusalIsOfTheWebinarOnlyWhenItCanBeRead() {
        service.refusing = Optional.of(TeamsService.error(403, "Forbidden", "Forbidden"));
        assertThat(teams.register("ana@example.com").toString()).contains("Rejected");
        service.next(call -> call.is("GET", ".*" + TeamsService.WEBINAR), TeamsService.error(403, "Forbidden", "No."));
        assertThat(teams.register("ana@example.com").toString()).contains("Barred");
    }

    @Test
    void credentialsThatAreNotTakenAreSaidInTheFirstLineOnly() {
        service.secret = "another";
        assertThat(failure(() -> teams.provider().check(HeldKeys.CONNECTION)))
                .isEqualTo(
                        new Barred(OwnWords.NOT_SIGNED_IN.words() + " AADSTS7000215: Invalid client secret provided."));
    }

    @ParameterizedTest
    @CsvSource({"429, Throttled", "500, Temporary", "503, Temporary", "400, Barred", "200, Temporary"})
    void aSignInThatFailsHasDoneNothing(int status, String failure) {
        service.next(call -> call.path().startsWith("/entra"), Answer.json(status, Map.of()));
        assertThat(failure(() -> teams.provider().check(HeldKeys.CONNECTION))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(failure);
    }

    @Test
    void aTokenIsAskedForOnceAndRenewedBeforeItEnds() {
        described();
        described();
        assertThat(signIns()).isEqualTo(1);
        teams.clock().advance(Duration.ofSeconds(3599 - 59));
        described();
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnceAndThenWeAreBarred() {
        described();
        service.expireToken();
        described();
        assertThat(signIns()).isEqualTo(2);

        service.tokensAreWorthless = true;
        assertThat(failure(this::described)).isInstanceOf(Barred.class);
        assertThat(failure(this::registrants)).isInstanceOf(Barred.class);
        assertThat(teams.register("ana@example.com").toString()).contains("Barred");
        assertThat(service.count(TeamsService.REGISTERING)).isZero();
        assertThat(signIns()).as("one renewal for each call").isEqualTo(5);
    }

    private long signIns() {
        return service.count(call -> call.path().startsWith("/entra"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "7| 2026-03-02T09:00:07Z",
                "0| 2026-03-02T09:00:01Z",
                "Mon, 02 Mar 2026 09:05:00 GMT| 2026-03-02T09:05:00Z",
                "Mon, 02 Mar 2026 08:00:00 GMT| 2026-03-02T09:00:30Z",
                "soon| 2026-03-02T09:00:30Z",
                "99999999| 2026-03-03T09:00:00Z",
            },
            delimiter = '|')
    void aPauseIsAsLongAsIsSaid(String retryAfter, Instant until) {
        for (int status : new int[] {429, 503}) {
            var answer = TeamsFixture.pause(retryAfter);
            service.next(call -> call.path().startsWith("/graph"), new Answer(status, answer.headers(), answer.body()));
            assertThat(failure(this::described))
                    .isEqualTo(new Throttled(until, "TooManyRequests: Please retry later."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, Barred",
        "404, Rejected",
        "410, Rejected",
        "400, Rejected",
        "408, Temporary",
        "423, Temporary",
        "429, Throttled",
        "500, Temporary",
        "502, Temporary",
        "503, Temporary",
        "504, Temporary",
        "302, Unclear",
        "204, Unclear",
    })
    void whatIsAnsweredInsteadOfAWebinarOrAListMeansTheSame(int status, String failure) {
        var answer = Answer.empty(status);
        service.next(call -> call.is("GET", ".*" + TeamsService.WEBINAR), answer);
        assertThat(failure(this::described).getClass().getSimpleName()).isEqualTo(failure);
        service.next(call -> call.is("GET", ".*/registrations"), answer);
        assertThat(failure(this::registrants).getClass().getSimpleName()).isEqualTo(failure);
    }

    private List<Registrant> registrants() {
        return teams.provider().registrants(TeamsFixture.EVENT, null).items();
    }

    @Test
    void aListThatIsNoneOrHalfOfOneIsUnclear() {
        teams.register("ana@example.com");
        for (var body : List.of("[]", "{}", "{\"value\":3}", "{\"value\":[{\"id\":\"x\"}", "nonsense", "")) {
            service.next(call -> call.is("GET", ".*/registrations"), new Answer(200, Map.of(), body));
            assertThat(failure(this::registrants)).as(body).isInstanceOf(Unclear.class);
        }
        service.next(call -> call.is("GET", ".*/registrations"), Fault.HALF_A_BODY);
        assertThat(failure(this::registrants)).isInstanceOf(Unclear.class);
        assertThat(registrants()).hasSize(1);
    }

    @Test
    void aLinkThatLeadsElsewhereOrRoundInCirclesIsNotFollowed() {
        var elsewhere = "{\"value\":[],\"@odata.nextLink\":\"http://127.0.0.1:1/steal?$skiptoken=x\"}";
        service.next(call -> call.is("GET", ".*/registrations"), new Answer(200, Map.of(), elsewhere));
        var cursor = teams.provider().registrants(TeamsFixture.EVENT, null).next();
        teams.provider().registrants(TeamsFixture.EVENT, cursor);
        assertThat(service.calls().getLast().path())
                .isEqualTo(TeamsService.PATH + "/" + TeamsService.WEBINAR + "/registrations");
        assertThat(service.calls().getLast().query()).containsEntry("$skiptoken", "x");

        service.next(call -> call.is("GET", ".*/registrations"), new Answer(200, Map.of(), elsewhere));
        var circle = teams.provider().registrants(TeamsFixture.EVENT, null).next();
        service.next(call -> call.query().containsKey("$skiptoken"), new Answer(200, Map.of(), elsewhere));
        assertThat(failure(() -> teams.provider().registrants(TeamsFixture.EVENT, circle)))
                .isInstanceOf(Unclear.class);

        service.next(
                call -> call.is("GET", ".*/registrations"),
                new Answer(200, Map.of(), "{\"value\":[],\"@odata.nextLink\":\"http://x/y\"}"));
        assertThat(failure(this::registrants)).isInstanceOf(Unclear.class);
    }

    @Test
    void everyStateOfARegistrantIsHandedOut() {
        for (var status :
                List.of("registered", "pendingApproval", "waitlisted", "rejectedByOrganizer", "canceled", "new")) {
            teams.register(status + "@example.com");
            service.decided(status + "@example.com", status);
        }
        assertThat(registrants())
                .extracting(Registrant::state)
                .containsExactly(
                        Registrant.State.APPROVED,
                        Registrant.State.PENDING,
                        Registrant.State.WAITLISTED,
                        Registrant.State.DENIED,
                        Registrant.State.CANCELLED,
                        Registrant.State.UNKNOWN);
        assertThat(registrants().getFirst().since()).isEqualTo(teams.clock().instant());
        assertThat(registrants().getFirst().name()).isEqualTo("Ana Ruiz");
    }
}
