package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.person.PersonDetails;
import rollcall.provider.FakeService.Call;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;

/** What the engine relies on, whoever the provider is; run against the fake of each. */
public abstract class ContractTests {

    protected static final long MEMBER = 55;

    /** The room under test, speaking to the fake. */
    protected abstract WebinarProvider provider();

    protected abstract FakeService service();

    /** An event of the fake that is still to come, with room, and lets in by itself. */
    protected abstract EventRef event();

    /** The calls that register somebody. */
    protected abstract Predicate<Call> registering();

    /** The event can take nobody any more. Whether the provider knows such a thing at all. */
    protected abstract boolean fill();

    /** The event is over. */
    protected abstract void end();

    /** Somebody who is registered attended live, or watched the recording. Whether the provider knows the latter. */
    protected abstract boolean attend(String email, AttendanceKind kind, Duration howLong);

    /** The next call is refused because too many were made. */
    protected abstract void throttle();

    /** What opens the service has changed; the connection does not know it. */
    protected abstract void lockOut();

    /** The access token that was given out, if any, is not taken any more. */
    protected abstract void expireToken();

    protected static PersonDetails person(String email) {
        return new PersonDetails(email, "Ana", "Ruiz", "Acme", "Engineer", "", "", "en", "Europe/London");
    }

    protected static RegistrationRequest request(String email) {
        return new RegistrationRequest(MEMBER, person(email), Map.of());
    }

    protected RegistrationOutcome register(String email) {
        return provider().register(event(), request(email));
    }

    protected RegistrantRef registered(String email) {
        var outcome = register(email);
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).registrant();
    }

    protected static ProviderFailure failure(RegistrationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).failure();
    }

    protected static <T> List<T> all(Function<String, Page<T>> pages) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void saysWhatTheEventIs() {
        var details = provider().describe(event());
        assertThat(details.title()).isEqualTo("Spring launch");
        assertThat(details.startsAt()).isNotNull();
        assertThat(details.endsAt()).isAfter(details.startsAt());
    }

    @Test
    void anEventThatIsNotThereIsSaidToBeNotThere() {
        var nowhere = new EventRef(event().kind(), nowhere(), event().connectionId());
        assertThatThrownBy(() -> provider().describe(nowhere))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure())
                                .isInstanceOfSatisfying(
                                        Rejected.class,
                                        no -> assertThat(no.refusal()).isEqualTo(Refusal.EVENT_NOT_FOUND)));
    }

    /** The id of an event that was never there. */
    protected abstract String nowhere();

    @Test
    void listsTheEventsToChooseFrom() {
        var from = provider().describe(event()).startsAt().minus(Duration.ofDays(1));
        assertThat(all(cursor -> provider().events(event().connection(), from, cursor)))
                .extracting(EventListing::externalId)
                .contains(event().externalId());
    }

    @Test
    void checksTheConnection() {
        provider().check(event().connection());
        lockOut();
        assertThatThrownBy(() -> provider().check(event().connection()))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure()).isInstanceOf(Barred.class));
    }

    @Test
    void registersSomebodyWhoIsFoundThen() {
        assertThat(provider().find(event(), "ana@example.com")).isEmpty();
        registered("ana@example.com");
        assertThat(provider().find(event(), "Ana@Example.com")).hasValueSatisfying(found -> {
            assertThat(found.state()).isEqualTo(Registrant.State.APPROVED);
            assertThat(found.ref().email()).isEqualToIgnoringCase("ana@example.com");
        });
    }

    @Test
    void theSamePersonTwiceIsOneRegistrant() {
        var first = registered("ana@example.com");
        assertThat(((Accepted) register("ana@example.com")).registrant().registrantId())
                .isEqualTo(first.registrantId());
        assertThat(registrants()).hasSize(1);
    }

    protected List<Registrant> registrants() {
        return all(cursor -> provider().registrants(event(), cursor));
    }

    @Test
    void manyRegistrantsComePageByPage() {
        var many = manyRegistrants();
        IntStream.range(0, many).forEach(n -> registered("p%03d@example.com".formatted(n)));
        assertThat(registrants())
                .extracting(one -> one.ref().email())
                .doesNotHaveDuplicates()
                .hasSize(many);
    }

    /** More than the room asks for at a time, where it asks page by page. */
    protected int manyRegistrants() {
        return 3;
    }

    @Test
    void whoeverHasALinkIsGivenIt() {
        var registrant = registered("ana@example.com");
        if (provider().capabilities(event()).personalJoinLink()) {
            assertThat(provider().joinLink(event(), registrant)).isPresent();
        }
    }

    @Test
    void aFullEventRefusesWhereTheProviderKnowsSuchAThing() {
        var full = fill();
        var outcome = register("late@example.com");
        if (full) {
            assertThat(failure(outcome))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.CAPACITY_FULL));
        } else {
            assertThat(outcome).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aCancelledRegistrationIsGone() {
        var registrant = registered("ana@example.com");
        assertThat(provider().decide(event(), registrant, Decision.CANCEL)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(provider().find(event(), "ana@example.com"))
                .matches(found -> found.isEmpty() || found.get().state() == Registrant.State.CANCELLED);
        assertThat(provider().decide(event(), registrant, Decision.CANCEL))
                .as("once more")
                .isInstanceOf(DecisionOutcome.Done.class);
    }

    @Test
    void tooManyCallsAreAPauseAndNotARefusal() {
        throttle();
        assertThat(failure(register("ana@example.com"))).isInstanceOf(Throttled.class);
    }

    @Test
    void whoIsNotLetInIsToldSo() {
        lockOut();
        assertThat(failure(register("ana@example.com"))).isInstanceOf(Barred.class);
    }

    @Test
    void anExpiredTokenIsRenewedUnseen() {
        registered("ana@example.com");
        expireToken();
        registered("bo@example.com");
        assertThat(registrants()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "HALF_A_BODY", "SLOW"})
    void anAnswerThatIsLostIsUnclearAndFoundOutLater(Fault fault) {
        service().next(registering(), fault);
        var outcome = register("ana@example.com");
        if (outcome instanceof Failed(var why)) {
            assertThat(why).isInstanceOf(Unclear.class);
        }
        assertThat(provider().find(event(), "ana@example.com")).isPresent();
        assertThat(service().count(registering()))
                .as("never sent again blindly")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "HTML"})
    void anAnswerThatMakesNoSenseRefusesNobody(Fault fault) {
        service().next(registering(), fault);
        assertThat(failure(register("ana@example.com"))).isInstanceOfAny(Unclear.class, Temporary.class);
        registered("ana@example.com");
    }

    @Test
    void aServiceThatIsAwayIsTemporary() {
        registered("ana@example.com");
        service().close();
        assertThat(failure(register("bo@example.com"))).isInstanceOfAny(Temporary.class, Unclear.class);
    }

    @Test
    void attendanceComesBack() {
        registered("ana@example.com");
        registered("bo@example.com");
        registered("cy@example.com");
        attend("ana@example.com", AttendanceKind.LIVE, Duration.ofMinutes(40));
        var onDemand = attend("bo@example.com", AttendanceKind.ON_DEMAND, Duration.ofMinutes(20));
        end();

        assertThat(all(cursor -> provider().attendance(event(), AttendanceKind.LIVE, cursor)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.attended()).isEqualTo(Duration.ofMinutes(40));
                    assertThat(one.registrantId() != null || one.email().equals("ana@example.com"))
                            .isTrue();
                });
        assertThat(provider().capabilities(event()).onDemand()).isEqualTo(onDemand);
        if (onDemand) {
            assertThat(all(cursor -> provider().attendance(event(), AttendanceKind.ON_DEMAND, cursor)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.attended()).isEqualTo(Duration.ofMinutes(20)));
        }
        if (provider().capabilities(event()).noShowList()) {
            assertThat(all(cursor -> provider().noShows(event(), cursor)))
                    .extracting(one -> one.ref().email())
                    .contains("cy@example.com")
                    .doesNotContain("ana@example.com");
        }
    }

    @Test
    void beforeTheEndNobodyAttendedAndNothingIsComplete() {
        registered("ana@example.com");
        var page = provider().attendance(event(), AttendanceKind.LIVE, null);
        assertThat(page.items()).isEmpty();
        assertThat(page.complete()).isFalse();
    }
}
