package rollcall.provider.simulator;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.provider.simulator.SimulatorFixture.word;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Programs;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Capabilities;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.DecisionOutcome.Done;
import rollcall.provider.EventDetails;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;
import rollcall.testing.TestClock;

abstract class SimulatorTests {

    @Autowired
    Simulator simulator;

    @Autowired
    Stage stage;

    @Autowired
    Programs programs;

    @Autowired
    SimulatorFixture fixture;

    @Autowired
    Naps naps;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    EventRef event;

    @BeforeEach
    void open() {
        event = fixture.event();
        naps.taken.clear();
    }

    @Test
    void aProgramHasOneWebinarHoweverOftenItIsAskedFor() {
        var program = fixture.program();
        var first = simulator.eventFor(program);

        assertThat(simulator.eventFor(program)).isEqualTo(first);
        assertThat(simulator.describe(first.orElseThrow()))
                .isEqualTo(new EventDetails(
                        "Spring launch", program.startsAt(), program.endsAt(), null, EventDetails.State.SCHEDULED));
    }

    /** The program is not there yet for anybody else; so nothing may wait for it, or ask whether it is. */
    @Test
    void aProgramThatIsBeingMadeGetsItsWebinar() {
        var made = new TransactionTemplate(transactions).execute(begun -> {
            var program = programs.create(Actor.SYSTEM, Plans.named("Just now"));
            return simulator.eventFor(program).orElseThrow();
        });
        assertThat(simulator.describe(made).title()).isEqualTo("Just now");
    }

    @Test
    void itFollowsItsProgram() {
        var program = fixture.program();
        var event = simulator.eventFor(program).orElseThrow();

        programs.edit(Actor.SYSTEM, program.key(), program.version(), Plans.named("Summer launch"));

        assertThat(simulator.describe(event).title()).isEqualTo("Summer launch");
    }

    @Test
    void eachTagComesToWhatTheTableSays() {
        var threeTries = new LinkedHashMap<String, String>();
        for (var tag : Tag.values()) {
            var email = "ada+" + tag.word() + "@example.org";
            threeTries.put(
                    tag.word(),
                    word(fixture.register(event, email)) + " " + word(fixture.register(event, email)) + " "
                            + word(fixture.register(event, email)));
        }
        assertThat(threeTries)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("full", "CAPACITY_FULL CAPACITY_FULL CAPACITY_FULL"),
                        Map.entry("closed", "REGISTRATION_CLOSED REGISTRATION_CLOSED REGISTRATION_CLOSED"),
                        Map.entry("over", "EVENT_OVER EVENT_OVER EVENT_OVER"),
                        Map.entry("badfield", "INVALID_FIELD INVALID_FIELD INVALID_FIELD"),
                        Map.entry("refused", "EMAIL_REFUSED EMAIL_REFUSED EMAIL_REFUSED"),
                        Map.entry("host", "HOST_OR_PANELIST HOST_OR_PANELIST HOST_OR_PANELIST"),
                        Map.entry("slow", "accepted duplicate duplicate"),
                        Map.entry("down", "Temporary Temporary accepted"),
                        Map.entry("timeout", "Unclear duplicate duplicate"),
                        Map.entry("lost", "Unclear Unclear Unclear"),
                        Map.entry("throttle", "Throttled Throttled Throttled"),
                        Map.entry("pending", "pending pending pending"),
                        Map.entry("dup", "duplicate duplicate duplicate"),
                        Map.entry("live", "accepted duplicate duplicate"),
                        Map.entry("ondemand", "accepted duplicate duplicate"),
                        Map.entry("noshow", "accepted duplicate duplicate")));
        assertThat(emails(event))
                .isEqualTo(Set.of(
                        "ada+slow@example.org",
                        "ada+down@example.org",
                        "ada+timeout@example.org",
                        "ada+pending@example.org",
                        "ada+dup@example.org",
                        "ada+live@example.org",
                        "ada+ondemand@example.org",
                        "ada+noshow@example.org"));
        assertThat(naps.taken).containsExactly(Duration.ofSeconds(8));
        assertThat(fixture.webinar(event).taken()).isEqualTo(8);
    }

    private Set<String> emails(EventRef event) {
        var emails = new java.util.TreeSet<String>();
        simulator
                .registrants(event, null)
                .items()
                .forEach(one -> emails.add(one.ref().email()));
        return emails;
    }

    @Test
    void whoIsToldToComeBackIsLetInThen() {
        var refused = fixture.register(event, "ada+throttle@example.org");
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        Throttled.class,
                                        throttled -> assertThat(throttled.retryAt())
                                                .isEqualTo(TestClock.START.plusSeconds(60))));
        clock.advance(Duration.ofSeconds(60));
        assertThat(word(fixture.register(event, "ada+throttle@example.org"))).isEqualTo("accepted");
    }

    @Test
    void anAddressIsRegisteredOnce() {
        var first = fixture.accepted(event, "ada@example.org");
        var again = fixture.accepted(event, " ADA@Example.org ");

        assertThat(again.registrant()).isEqualTo(first.registrant());
        assertThat(again.link()).isEqualTo(first.link());
        assertThat(first.registrant().registrantId()).matches("SIM-[0-9A-F]{16}");
        assertThat(first.link().personal()).isTrue();
        assertThat(first.link().uri().toString()).matches("/simulated/[\\w-]{32}");
        assertThat(simulator.find(event, "Ada@example.ORG"))
                .hasValue(new Registrant(
                        first.registrant(), 12L, "Åsa Öberg", State.APPROVED, first.link(), "", TestClock.START));
        assertThat(simulator.joinLink(event, first.registrant())).hasValue(first.link());
        assertThat(simulator.find(event, "eve@example.org")).isEmpty();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThat(word(fixture.register(event, "ada"))).isEqualTo("INVALID_FIELD");
    }

    @Test
    void whatItAcceptedStaysWhenTheCallerDies() {
        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            fixture.register(event, "ada@example.org");
            begun.setRollbackOnly();
        });
        assertThat(emails(event)).isEqualTo(Set.of("ada@example.org"));
    }

    @Test
    void itAnswersSoManyRegistrationsAMinute() {
        fixture.set(event, new Settings(ZERO, 2, null, false, false, false, false, false, false, ZERO));
        var words = new ArrayList<String>();
        for (var seconds : List.of(0, 30, 29, 1, 0, 0)) {
            clock.advance(Duration.ofSeconds(seconds));
            words.add(word(fixture.register(event, words.size() + "@example.org")));
        }
        assertThat(words).containsExactly("accepted", "accepted", "Throttled", "accepted", "accepted", "Throttled");
        assertThat(emails(event)).isEqualTo(Set.of("0@example.org", "1@example.org", "3@example.org", "4@example.org"));
    }

    @Test
    void settingsRefuse() {
        var words = new LinkedHashMap<String, String>();
        fixture.set(event, new Settings(ZERO, null, null, true, false, false, false, false, false, ZERO));
        words.put("closed", word(fixture.register(event, "a@example.org")));
        fixture.set(event, new Settings(ZERO, null, 0, false, false, false, false, false, false, ZERO));
        words.put("full", word(fixture.register(event, "a@example.org")));
        fixture.set(event, SimulatorFixture.usual());
        stage.start(SimulatorFixture.id(event));
        words.put("live", word(fixture.register(event, "a@example.org")));
        stage.end(SimulatorFixture.id(event));
        words.put("over", word(fixture.register(event, "b@example.org")));
        assertThat(words)
                .isEqualTo(Map.of(
                        "closed",
                        "REGISTRATION_CLOSED",
                        "full",
                        "CAPACITY_FULL",
                        "live",
                        "accepted",
                        "over",
                        "EVENT_OVER"));
    }

    @Test
    void nothingAnswersWhileTheServiceIsDown() {
        fixture.set(
                event, new Settings(Duration.ofMillis(250), null, null, false, true, false, false, false, false, ZERO));

        assertThat(word(fixture.register(event, "ada@example.org"))).isEqualTo("Temporary");
        assertThat(simulator.decide(event, new RegistrantRef("SIM-1", ""), Decision.CANCEL))
                .isInstanceOfSatisfying(
                        DecisionOutcome.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Temporary.class));
        List.<Runnable>of(
                        () -> simulator.describe(event),
                        () -> simulator.find(event, "ada@example.org"),
                        () -> simulator.registrants(event, null),
                        () -> simulator.attendance(event, AttendanceKind.LIVE, null),
                        () -> simulator.noShows(event, null),
                        () -> simulator.joinLink(event, new RegistrantRef("SIM-1", "")))
                .forEach(asked -> assertThatThrownBy(asked::run)
                        .isInstanceOfSatisfying(
                                ProviderTrouble.class,
                                trouble -> assertThat(trouble.failure()).isInstanceOf(Temporary.class)));
        assertThat(naps.taken).hasSize(8).containsOnly(Duration.ofMillis(250));
    }

    @Test
    void anUnknownWebinarIsSaidToBeUnknown() {
        for (var id : List.of("0", "999999999", "abc", "")) {
            var nowhere = new EventRef("simulator", id);
            assertThat(word(simulator.register(nowhere, SimulatorFixture.request("a@example.org"))))
                    .isEqualTo("EVENT_NOT_FOUND");
            assertThatThrownBy(() -> simulator.describe(nowhere)).isInstanceOf(ProviderTrouble.class);
        }
    }

    @Test
    void theOrganizerApprovesAndDenies() {
        fixture.limit(event, 2);
        fixture.register(event, "wait+pending@example.org");
        var waits = simulator.find(event, "wait+pending@example.org").orElseThrow();
        fixture.set(event, new Settings(ZERO, null, null, false, false, true, true, false, false, ZERO));
        assertThat(simulator.capabilities(event))
                .returns(false, Capabilities::cancel)
                .returns(false, Capabilities::approveDeny);
        assertThat(List.of(Decision.APPROVE, Decision.DENY, Decision.CANCEL))
                .allSatisfy(decision -> assertThat(simulator.decide(event, waits.ref(), decision))
                        .isEqualTo(new DecisionOutcome.NotSupported()));
        fixture.set(event, SimulatorFixture.usual());
        assertThat(waits.state()).isEqualTo(State.PENDING);
        assertThat(waits.link()).isNull();
        assertThat(simulator.joinLink(event, waits.ref())).isEmpty();

        assertThat(simulator.decide(event, waits.ref(), Decision.APPROVE)).isEqualTo(new Done());
        assertThat(simulator.find(event, "wait+pending@example.org").orElseThrow())
                .satisfies(one -> assertThat(one.state()).isEqualTo(State.APPROVED))
                .satisfies(one -> assertThat(one.link()).isNotNull());

        clock.advance(Duration.ofMinutes(5));
        simulator.decide(event, waits.ref(), Decision.DENY);
        assertThat(simulator.find(event, "wait+pending@example.org"))
                .hasValue(new Registrant(
                        waits.ref(),
                        12L,
                        "Åsa Öberg",
                        State.DENIED,
                        null,
                        "The organizer turned this registration down.",
                        TestClock.START.plusSeconds(300)));
        assertThat(word(fixture.register(event, "wait+pending@example.org"))).isEqualTo("PREVIOUSLY_DENIED");
        assertThat(fixture.webinar(event).taken()).isZero();
    }

    @Test
    void underManualApprovalEverybodyWaitsUntilTheyAreDecidedOn() {
        fixture.set(event, new Settings(ZERO, null, 1, false, false, false, false, true, false, ZERO));
        assertThat(fixture.register(event, "ada@example.org")).isInstanceOf(Pending.class);
        assertThat(fixture.register(event, "ada@example.org")).as("asked again").isInstanceOf(Pending.class);
        assertThat(word(fixture.register(event, "eve@example.org")))
                .as("she holds the place")
                .isEqualTo("CAPACITY_FULL");
        var ada = simulator.find(event, "ada@example.org").orElseThrow();
        assertThat(ada.state()).isEqualTo(State.PENDING);
        assertThat(simulator.decide(event, ada.ref(), Decision.APPROVE)).isEqualTo(new Done());
        assertThat(word(fixture.register(event, "ada@example.org"))).isEqualTo("duplicate");
        assertThat(fixture.webinar(event).taken()).isEqualTo(1);
    }

    @Test
    void withAWaitlistWhoFindsItFullWaitsAndHoldsNoPlace() {
        fixture.set(event, new Settings(ZERO, null, 1, false, false, false, false, false, true, ZERO));
        var ada = fixture.accepted(event, "ada@example.org").registrant();
        assertThat(fixture.register(event, "eve@example.org")).isInstanceOf(Pending.class);
        var eve = simulator.find(event, "eve@example.org").orElseThrow();
        assertThat(eve.state()).isEqualTo(State.WAITLISTED);
        assertThat(eve.link()).isNull();
        assertThat(fixture.webinar(event).taken()).isEqualTo(1);
        assertThat(simulator.decide(event, eve.ref(), Decision.APPROVE))
                .as("as long as it is full")
                .isInstanceOf(DecisionOutcome.Failed.class);

        simulator.decide(event, ada, Decision.CANCEL);
        assertThat(simulator.decide(event, eve.ref(), Decision.APPROVE)).isEqualTo(new Done());
        assertThat(word(fixture.register(event, "eve@example.org"))).isEqualTo("duplicate");
        assertThat(fixture.webinar(event).taken()).isEqualTo(1);
    }

    @Test
    void whoWasDeniedIsNotLetIntoAFullWebinar() {
        fixture.limit(event, 1);
        var ada = fixture.accepted(event, "ada@example.org").registrant();
        simulator.decide(event, ada, Decision.DENY);
        fixture.register(event, "eve@example.org");

        assertThat(simulator.decide(event, ada, Decision.APPROVE))
                .isEqualTo(new DecisionOutcome.Failed(new Rejected(Refusal.CAPACITY_FULL, "This webinar is full.")));
        assertThat(fixture.webinar(event).taken()).isEqualTo(1);
    }

    @Test
    void cancellingForgetsWhoItWas() {
        fixture.limit(event, 1);
        var ada = fixture.accepted(event, "ada@example.org").registrant();
        stage.start(SimulatorFixture.id(event));
        stage.attends(SimulatorFixture.id(event), ada.registrantId(), AttendanceKind.LIVE, 5);

        assertThat(simulator.decide(event, ada, Decision.CANCEL)).isEqualTo(new Done());
        assertThat(simulator.decide(event, ada, Decision.CANCEL)).isEqualTo(new Done());

        assertThat(simulator.registrants(event, null).items())
                .containsExactly(new Registrant(
                        new RegistrantRef(ada.registrantId(), ""),
                        12L,
                        "",
                        State.CANCELLED,
                        null,
                        "",
                        TestClock.START));
        assertThat(simulator.find(event, "ada@example.org")).isEmpty();
        assertThat(simulator.joinLink(event, ada)).isEmpty();
        assertThat(fixture.jdbc()
                        .sql("""
                            select count(*) from simulated_registrant
                            where webinar_id = :id and (email is not null or email_key is not null or name <> ''
                                or search <> '' or token is not null)\
                            """)
                        .param("id", SimulatorFixture.id(event))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(fixture.webinar(event).taken()).isZero();
        var again = fixture.accepted(event, "ada@example.org");
        assertThat(again.duplicate()).isFalse();
        assertThat(again.registrant().registrantId()).isNotEqualTo(ada.registrantId());
        stage.end(SimulatorFixture.id(event));
        assertThat(simulator.attendance(event, AttendanceKind.LIVE, null).items())
                .containsExactly(
                        new AttendanceRecord(12L, ada.registrantId(), "", "", TestClock.START, Duration.ofMinutes(5)));
    }

    @Test
    void whoIsNotKnownCanBeCancelledButNotDecidedOn() {
        var nobody = new RegistrantRef("SIM-0", "nobody@example.org");
        var answers = new TreeMap<String, DecisionOutcome>();
        for (var decision : Decision.values()) {
            answers.put(decision.name(), simulator.decide(event, nobody, decision));
        }
        var unknown = new DecisionOutcome.Failed(new Rejected(Refusal.OTHER, "There is no such registrant."));
        assertThat(answers).isEqualTo(Map.of("APPROVE", unknown, "DENY", unknown, "CANCEL", new Done()));
    }

    @Test
    void withoutAnIdTheAddressSaysWhoIsMeant() {
        fixture.register(event, "ada@example.org");
        simulator.decide(event, new RegistrantRef(null, "Ada@example.org"), Decision.CANCEL);
        assertThat(emails(event)).containsExactly("");
    }

    @Test
    void reportsComeInPages() {
        fixture.crowd(event, 1_200);
        stage.start(SimulatorFixture.id(event));
        var nobodyYet = simulator.attendance(event, AttendanceKind.LIVE, null);
        assertThat(nobodyYet).isEqualTo(new Page<AttendanceRecord>(List.of(), null, false));
        fixture.jdbc().sql("""
            insert into simulated_attendance (webinar_id, registrant, email, name, kind, seconds)
            select webinar_id, id, '', '', 'LIVE', nth from simulated_registrant where webinar_id = :id\
            """).param("id", SimulatorFixture.id(event)).update();
        stage.end(SimulatorFixture.id(event));

        var seen = pages(cursor -> simulator.attendance(event, AttendanceKind.LIVE, cursor));
        assertThat(seen).extracting(page -> page.items().size()).containsExactly(500, 500, 200);
        assertThat(seen).extracting(Page::complete).containsExactly(false, false, true);
        assertThat(seen.stream().flatMap(page -> page.items().stream()))
                .extracting(one -> one.attended().toSeconds())
                .containsExactlyInAnyOrderElementsOf(SimulatorFixture.upTo(1_200));

        var everybody = pages(cursor -> simulator.registrants(event, cursor));
        assertThat(everybody.stream().flatMap(page -> page.items().stream()))
                .extracting(Registrant::memberId)
                .containsExactlyElementsOf(SimulatorFixture.upTo(1_200));
        assertThat(everybody).extracting(Page::complete).containsExactly(false, false, true);
    }

    private static <T> List<Page<T>> pages(Function<@Nullable String, Page<T>> read) {
        var pages = new ArrayList<Page<T>>();
        String cursor = null;
        do {
            pages.add(read.apply(cursor));
            cursor = pages.getLast().next();
        } while (cursor != null);
        return pages;
    }

    @Test
    void aReportIsIncompleteForAsLongAsIsSet() {
        fixture.set(
                event,
                new Settings(ZERO, null, null, false, false, false, false, false, false, Duration.ofMinutes(30)));
        var ada = fixture.accepted(event, "ada@example.org").registrant();
        fixture.register(event, "away@example.org");
        stage.start(SimulatorFixture.id(event));
        stage.attends(SimulatorFixture.id(event), ada.registrantId(), AttendanceKind.LIVE, 42);
        stage.end(SimulatorFixture.id(event));

        var complete = IntStream.of(0, 29, 1)
                .mapToObj(minutes -> {
                    clock.advance(Duration.ofMinutes(minutes));
                    return simulator
                            .attendance(event, AttendanceKind.LIVE, null)
                            .complete();
                })
                .toList();
        assertThat(complete).containsExactly(false, false, true);
        assertThat(simulator.noShows(event, null).items())
                .extracting(one -> one.ref().email())
                .containsExactly("away@example.org");
    }
}
