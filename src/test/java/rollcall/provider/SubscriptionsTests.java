package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.job.Attempts;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.testing.TestClock;
import rollcall.web.PublicUrl;
import rollcall.web.Signatures;

abstract class SubscriptionsTests {

    private static final Duration LIFE = Duration.ofHours(24);

    @Autowired
    private SubscriptionRows rows;

    @Autowired
    private Connections connections;

    @Autowired
    private WebinarRows webinarRows;

    @Autowired
    private Webinars chosen;

    @Autowired
    private Hints hints;

    @Autowired
    private PublicUrl publicUrl;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Programs programs;

    @Autowired
    private MembersFixture members;

    @Autowired
    private ConnectionFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final Teller teller = new Teller();
    private Subscriptions subscriptions;
    private long connection;
    private Program program;
    private EventRef event;

    /** A provider that tells, of two topics, as a test lets it. */
    private final class Teller extends ScriptedProvider implements Subscribing {

        private final Set<String> known = Collections.synchronizedSet(new HashSet<>());
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
        private volatile Set<String> topics = Set.of("a", "b");
        private volatile String bound = "the first secret";
        private volatile String refused = "nothing";
        private volatile @Nullable ProviderFailure trouble;

        @Override
        public String kind() {
            return "zoom";
        }

        @Override
        public Optional<Subscribing> subscribing() {
            return Optional.of(this);
        }

        @Override
        public Set<String> topics(long connectionId) {
            return connectionId == connection ? topics : Set.of();
        }

        @Override
        public String boundTo(long connectionId) {
            return bound;
        }

        @Override
        public Subscribed subscribe(EventRef event, String topic, String hook) {
            ask("subscribe " + topic + " " + hook.replaceFirst("^.*/hooks/", ""));
            var id = topic + "-" + UUID.randomUUID();
            known.add(id);
            return new Subscribed(id, clock.instant().plus(LIFE));
        }

        @Override
        public Optional<Instant> renew(long connectionId, String id) {
            ask("renew " + id.charAt(0));
            return known.contains(id) ? Optional.of(clock.instant().plus(LIFE)) : Optional.empty();
        }

        @Override
        public void unsubscribe(long connectionId, String id) {
            ask("unsubscribe " + id.charAt(0));
            known.remove(id);
        }

        private void ask(String what) {
            asked.add(what);
            var failure = trouble;
            if (what.startsWith(refused)) {
                throw new ProviderTrouble(new ProviderFailure.Barred("No longer yours."));
            }
            if (failure != null) {
                throw new ProviderTrouble(failure);
            }
        }

        List<String> asked() {
            var all = asked.stream().sorted().toList();
            asked.clear();
            return all;
        }
    }

    @BeforeEach
    void begin() {
        clock.set(TestClock.START);
        var webinars = new Webinars(webinarRows, List.of(teller), told -> {}, clock);
        subscriptions = new Subscriptions(rows, connections, webinars, publicUrl, signatures, attempts, clock);
        connection = fixture.some();
        program = members.program(null);
        event = new EventRef("zoom", "97" + program.key(), connection);
        chosen.choose(program, event, false);
    }

    @AfterEach
    void end() {
        jdbc.sql("delete from subscription").update();
    }

    private List<Subscription> all() {
        return subscriptions.of(connection);
    }

    private List<String> work() {
        subscriptions.workOff();
        return teller.asked();
    }

    private String subscribed(String topic) {
        return "subscribe %s zoom/%d".formatted(topic, connection);
    }

    @Test
    void everyTopicOfAnEventThatIsHeldIsAskedForOnceAndRenewedInGoodTime() {
        assertThat(work()).containsExactly(subscribed("a"), subscribed("b"));
        assertThat(work()).isEmpty();
        assertThat(all())
                .allMatch(one -> one.tells(clock.instant()))
                .extracting(Subscription::topic)
                .containsExactly("a", "b");

        clock.advance(LIFE.dividedBy(2).minusSeconds(1));
        assertThat(work()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(work()).containsExactly("renew a", "renew b");
        assertThat(all())
                .extracting(Subscription::until)
                .containsOnly(clock.instant().plus(LIFE));
    }

    @Test
    void twoProgramsThatAreOneEventNeedOne() {
        var second = members.program(null);
        chosen.choose(second, event, false);
        assertThat(work()).containsExactly(subscribed("a"), subscribed("b"));

        chosen.leave(program);
        assertThat(work()).isEmpty();
        chosen.leave(second);
        assertThat(work()).containsExactly("unsubscribe a", "unsubscribe b");
    }

    @Test
    void whatIsGoneThereIsAskedForAnew() {
        work();
        teller.known.clear();
        clock.advance(LIFE.dividedBy(2));
        assertThat(work()).containsExactly("renew a", "renew b");
        assertThat(work()).containsExactly(subscribed("a"), subscribed("b"));
        assertThat(work()).isEmpty();
    }

    @Test
    void whatHasEndedIsAskedForAnewAndNotRenewed() {
        work();
        clock.advance(LIFE);
        assertThat(work()).containsExactly(subscribed("a"), subscribed("b"));
        assertThat(all()).allMatch(one -> one.tells(clock.instant()));
        assertThat(work()).isEmpty();
    }

    @Test
    void whatIsBoundToSomethingElseIsAskedForAnewAtOnce() {
        work();
        teller.bound = "another secret";

        assertThat(work()).containsExactly(subscribed("a"), subscribed("b"), "unsubscribe a", "unsubscribe b");

        assertThat(all()).extracting(Subscription::remoteId).containsExactlyInAnyOrderElementsOf(teller.known);
        assertThat(work()).isEmpty();
        clock.advance(LIFE.dividedBy(2));
        assertThat(work()).containsExactly("renew a", "renew b");
    }

    @Test
    void whatCannotBeTakenBackAnyMoreIsAskedForAnewAllTheSame() {
        work();
        teller.bound = "another secret";
        teller.refused = "unsubscribe";

        assertThat(work()).contains(subscribed("a"), subscribed("b"));
        assertThat(all()).allMatch(one -> one.tells(clock.instant()));
        assertThat(work()).isEmpty();
    }

    @Test
    void whatIsRefusedAnewTellsNothingAndIsTriedAgainLater() {
        teller.topics = Set.of("a");
        work();
        teller.bound = "another secret";
        teller.refused = "subscribe";

        assertThat(work()).containsExactly(subscribed("a"), "unsubscribe a");
        assertThat(all()).noneMatch(one -> one.tells(clock.instant()));
        assertThat(work()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(work()).containsExactly(subscribed("a"));
    }

    @Test
    void whoLeavesHasItTakenBack() {
        work();
        chosen.leave(program);
        assertThat(work()).containsExactly("unsubscribe a", "unsubscribe b");
        assertThat(all()).isEmpty();
        assertThat(teller.known).isEmpty();
    }

    @Test
    void anArchivedProgramAndOneThatIsLongOverNeedNone() {
        work();
        programs.archive(Actor.SYSTEM, program.key());
        assertThat(work()).containsExactly("unsubscribe a", "unsubscribe b");

        programs.restore(Actor.SYSTEM, program.key());
        assertThat(work()).containsExactly(subscribed("a"), subscribed("b"));
        clock.set(program.endsAt().plus(Duration.ofDays(2)));
        work();
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsNoTopicAnyMoreIsTakenBack() {
        work();
        teller.topics = Set.of("a");
        assertThat(work()).containsExactly("unsubscribe b");
        teller.topics = Set.of();
        assertThat(work()).containsExactly("unsubscribe a");
        assertThat(all()).isEmpty();
    }

    @Test
    void whatFailsIsShownAndTriedAgainEverLater() {
        teller.trouble = new ProviderFailure.Temporary("Not today.");
        teller.topics = Set.of("a");
        assertThat(work()).containsExactly(subscribed("a"));
        assertThat(all()).extracting(Subscription::words).containsExactly("Not today.");
        assertThat(work()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(work()).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(work()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(work()).hasSize(1);

        teller.trouble = null;
        subscriptions.retry(connection);
        assertThat(work()).hasSize(1);
        assertThat(all())
                .extracting(Subscription::words, Subscription::failures)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(null, 0));
    }

    @Test
    void aPauseThatTheProviderAsksForIsKept() {
        teller.topics = Set.of("a");
        var until = clock.instant().plus(Duration.ofHours(3));
        teller.trouble = new ProviderFailure.Throttled(until, "Later.");
        work();
        assertThat(all()).extracting(Subscription::dueAt).containsExactly(until);
    }

    @Test
    void whoComesBackBeforeItIsTakenBackKeepsIt() {
        work();
        teller.trouble = new ProviderFailure.Temporary("Not today.");
        chosen.leave(program);
        assertThat(work()).containsExactly("unsubscribe a", "unsubscribe b");
        teller.trouble = null;
        chosen.choose(program, event, false);
        assertThat(work()).containsExactly("renew a", "renew b");
        assertThat(all()).allMatch(Subscription::wanted);
    }

    @Test
    void aConnectionThatIsSwitchedOffIsLeftAlone() {
        work();
        fixture.disable(connection);
        clock.advance(LIFE);
        assertThat(work()).isEmpty();
    }

    @Test
    void manyNodesAskOnce() throws Exception {
        var nodes = Collections.nCopies(8, (Callable<Void>) () -> {
            subscriptions.workOff();
            return null;
        });
        work();
        clock.advance(LIFE.dividedBy(2));
        try (var lanes = Executors.newFixedThreadPool(8)) {
            for (var done : lanes.invokeAll(nodes)) {
                done.get();
            }
        }
        assertThat(teller.asked()).containsExactly("renew a", "renew b");
    }

    @Test
    void whatTheProviderSaysOfASubscriptionIsHeeded() {
        teller.topics = Set.of("a");
        work();
        var id = all().getFirst().remoteId();

        hints.take(connection, new Heard.Item(id, Heard.What.SUBSCRIPTION_ENDS, clock.instant()));
        assertThat(work()).containsExactly("renew a");

        webinarRows.refreshNext(program.key(), null);
        hints.take(connection, new Heard.Item(id, Heard.What.MISSED, clock.instant()));
        assertThat(chosen.of(program.key()).orElseThrow().nextRefreshAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(work()).isEmpty();

        hints.take(connection, new Heard.Item(id, Heard.What.SUBSCRIPTION_LOST, clock.instant()));
        assertThat(work()).containsExactly(subscribed("a"));
        hints.take(connection, new Heard.Item("nobody's", Heard.What.SUBSCRIPTION_LOST, clock.instant()));
        assertThat(work()).isEmpty();
    }
}
