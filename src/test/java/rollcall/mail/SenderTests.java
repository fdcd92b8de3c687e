package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.mail.Rendering.Outcome;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.provider.Webinars;
import rollcall.testing.TestClock;

/** What becomes of letters at a mail server that behaves as mail servers do. */
abstract class SenderTests {

    @Autowired
    Post post;

    @Autowired
    MembersFixture fixture;

    @Autowired
    MailDesk desk;

    @Autowired
    LetterCancels cancels;

    @Autowired
    Webinars webinars;

    @Autowired
    SuppressionRows suppressions;

    @Autowired
    LetterTurns turns;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    ScriptedSmtp server;
    LetterSender sender;
    Program program;

    @BeforeEach
    void begin() {
        post.clear();
        server = new ScriptedSmtp();
        sender = post.sender(server.port());
        program = fixture.program(null);
    }

    @AfterEach
    void end() {
        server.close();
        post.clear();
    }

    @Test
    void allGoOutOverOneConnectionTheUrgentOnesFirst() {
        var bulk = post.letters(program, 3);
        var urgent = post.letters(program, 2, Purpose.OPERATIONAL, LetterOrder.FIRST);

        assertThat(sender.send()).isTrue();

        assertThat(post.states()).containsExactly("SENT 5");
        assertThat(server.recipients())
                .containsExactly(java.util.stream.Stream.concat(urgent.stream(), bulk.stream())
                        .map(post::addressOf)
                        .toArray(String[]::new));
        assertThat(server.commands).containsOnlyOnce("CONNECT");
        assertThat(sender.send()).as("nothing is left").isFalse();
        assertThat(post.maybeTwice()).isEmpty();
        assertThat(server.taken.getFirst())
                .contains("From: Rollcall <events@example.org>")
                .contains("Reply-To: answers@example.org")
                .contains("Auto-Submitted: auto-generated")
                .doesNotContain("List-Unsubscribe");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        RCPT | 550 5.1.1 No such user      | BOUNCED
        RCPT | 550 No such user            | BOUNCED
        RCPT | 553 Mailbox name not allowed| BOUNCED
        RCPT | 554 5.7.1 Relay denied      | FAILED
        RCPT | 550 5.7.1 Relay denied      | FAILED
        RCPT | 501 5.5.4 Syntax            | FAILED
        RCPT | 450 4.2.0 Greylisted        | WAITING
        RCPT | 452 4.2.2 Mailbox full      | WAITING
        .    | 550 5.1.1 No such user      | BOUNCED
        .    | 554 5.6.0 Spam              | FAILED
        .    | 451 4.3.0 Later             | WAITING
        DATA | 451 4.3.0 Later             | WAITING
        """)
    void whatTheServerSaysOfOneLetterKeepsNoOther(String command, String answer, String state) {
        var ids = post.letters(program, 3);
        var second = new AtomicInteger();
        server.script = asked -> asked.startsWith(command) && second.get() == 2 ? answer : null;
        countLetters(second);

        Post.all(sender);

        assertThat(ids).extracting(post::stateOf).containsExactly("SENT", state, "SENT");
        assertThat(post.troubleOf(ids.get(1))).contains(answer.strip());
        assertThat(suppressions.counts().getOrDefault(Suppressed.BOUNCED, 0L))
                .isEqualTo(state.equals("BOUNCED") ? 1 : 0);
        assertThat(desk.get().held()).isFalse();
        assertThat(post.maybeTwice()).isEmpty();
    }

    /** Counts the letters that are begun, so that a script can tell which one it is about. */
    private void countLetters(AtomicInteger count) {
        var script = server.script;
        server.script = asked -> {
            if (asked.startsWith("MAIL")) {
                count.incrementAndGet();
            }
            return script.apply(asked);
        };
    }

    @Test
    void whoeverBouncedGetsNothingUntilSomebodyClearsIt() {
        var first = post.letters(program, 1).getFirst();
        server.script = asked -> asked.startsWith("RCPT") ? "550 5.1.1 unknown" : null;
        sender.send();
        server.script = asked -> null;
        jdbc.sql("update letter set state = 'WAITING', due_at = created_at, settled_at = null")
                .update();

        sender.send();
        assertThat(post.stateOf(first)).isEqualTo("SUPPRESSED");
        assertThat(server.taken).isEmpty();

        var key = suppressions.of(post.addressOf(first)).getFirst();
        assertThat(key.bounces()).isOne();
        assertThat(key.words()).contains("550 5.1.1 unknown");
        suppressions.bounced(post.addressOf(first), "again", TestClock.START);
        assertThat(suppressions.of(post.addressOf(first)).getFirst().bounces()).isEqualTo(2);
    }

    @Test
    void aLetterIsTriedForADayAndThenGivenUp() {
        var letter = post.letters(program, 1).getFirst();
        server.script = asked -> asked.startsWith("RCPT") ? "451 4.7.1 later" : null;
        var waits = new ArrayList<Duration>();
        while (post.stateOf(letter).equals("WAITING")) {
            var before = clock.instant();
            Post.all(sender);
            if (post.stateOf(letter).equals("WAITING")) {
                var due = jdbc.sql("select due_at from letter where id = :id")
                        .param("id", letter)
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single();
                if (due.isAfter(before)) {
                    waits.add(Duration.between(before, due));
                    clock.set(due);
                } else {
                    clock.advance(Duration.ofMinutes(1)); // the desk is held: on a busy machine an answer came too late
                }
            }
        }
        assertThat(post.stateOf(letter)).isEqualTo("FAILED");
        assertThat(post.troubleOf(letter)).startsWith("mail.trouble.given-up: ").contains("451 4.7.1 later");
        assertThat(waits.getFirst()).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofMinutes(72)) <= 0);
        assertThat(clock.instant()).isAfter(TestClock.START.plus(Duration.ofHours(24)));
    }

    @Test
    void aServerThatIsAwayHoldsTheDeskAndFailsNothing() {
        var ids = post.letters(program, 3);
        var port = server.port();
        server.close();

        assertThat(sender.send()).isFalse();
        assertThat(post.states()).containsExactly("WAITING 3");
        assertThat(desk.get().held()).isTrue();
        assertThat(desk.get().heldFor().message()).isEqualTo("mail.trouble.no-answer");
        assertThat(desk.get().heldUntil()).isEqualTo(TestClock.START.plusSeconds(30));
        assertThat(sender.send()).as("while it is held").isFalse();
        clock.advance(Duration.ofSeconds(30));
        sender.send();
        assertThat(desk.get().heldUntil()).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(jdbc.sql("select sum(tries) from letter")
                        .query(Integer.class)
                        .single())
                .as("nothing was tried")
                .isZero();

        clock.advance(Duration.ofHours(30));
        server = new ScriptedSmtp(port);
        Post.all(sender);
        assertThat(server.recipients()).hasSize(3);
        assertThat(ids).extracting(post::stateOf).containsOnly("SENT");
        assertThat(desk.get().held()).isFalse();
    }

    @Test
    void whoIsNotLetInOrMayNotSendHoldsTheDesk() {
        post.letters(program, 2);
        server.script = asked -> asked.startsWith("MAIL") ? "550 5.7.1 sender not allowed" : null;

        assertThat(sender.send()).isFalse();

        assertThat(post.states()).containsExactly("WAITING 2");
        assertThat(desk.get().heldFor().message()).isEqualTo("mail.trouble.sender-refused");
        assertThat(server.commands.stream().filter(one -> one.startsWith("MAIL")))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CONNECT, silence, false, 0",
        "MAIL, silence, false, 0",
        "RCPT, hang up, false, 0",
        "DATA, silence, false, 0",
        "'.', silence, true, 0",
        "'.', hang up, true, 0",
        "'.', take and hang up, true, 1"
    })
    void aBlackHoleEndsAndIsInDoubtOnlyBehindTheLetter(String command, String answer, boolean doubt, int taken) {
        var ids = post.letters(program, 2);
        server.script = asked -> asked.startsWith(command) ? answer : null;

        assertThat(sender.send()).isFalse();

        assertThat(post.states()).containsExactly("WAITING 2");
        assertThat(desk.get().held()).isTrue();
        assertThat(post.maybeTwice()).isEqualTo(doubt ? ids.subList(0, 1) : List.of());

        server.script = asked -> null;
        clock.advance(Duration.ofMinutes(2));
        Post.all(sender);
        assertThat(post.states()).containsExactly("SENT 2");
        assertThat(server.taken).hasSize(2 + taken);
        if (taken > 0) {
            assertThat(server.taken.stream().map(SenderTests::messageId).distinct())
                    .as("the one that went twice has one id")
                    .hasSize(2);
        }
    }

    private static String messageId(String letter) {
        return letter.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServerThatHangsUpBetweenLettersIsCalledAgain() {
        post.letters(program, 4);
        var mails = new AtomicInteger();
        server.script = asked -> asked.startsWith("MAIL") && mails.incrementAndGet() % 2 == 0
                ? "421 4.7.0 too many on this connection"
                : null;

        Post.all(sender);

        assertThat(post.states()).containsExactly("SENT 4");
        assertThat(server.taken).hasSize(4);
        assertThat(desk.get().held()).isFalse();
    }

    /** A node dies after the server has taken the letter and before that is noted. */
    @Test
    void aKillLeavesExactlyOneLetterInDoubt() {
        var ids = post.letters(program, 5);
        var dying = post.dyingAfter(server.port(), 3);
        assertThatThrownBy(dying::send).isInstanceOf(Post.Killed.class);
        assertThat(ids).extracting(post::stateOf).containsExactly("SENT", "SENT", "HANDING_OVER", "CLAIMED", "CLAIMED");
        assertThat(sender.send()).as("the lease lasts").isFalse();

        clock.advance(Duration.ofSeconds(61));
        Post.all(sender);

        assertThat(post.states()).containsExactly("SENT 5");
        assertThat(post.maybeTwice()).containsExactly(ids.get(2));
        assertThat(server.recipients()).hasSize(6);
        assertThat(server.recipients().stream().distinct()).hasSize(5);
        assertThat(server.taken.stream().map(SenderTests::messageId).distinct()).hasSize(5);
    }

    @Test
    void severalSendersSendEachLetterOnce() throws Exception {
        post.letters(program, 400);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            Callable<Void> drain = () -> {
                Post.all(post.sender(server.port()));
                return null;
            };
            for (var done : nodes.invokeAll(List.of(drain, drain, drain, drain), 60, TimeUnit.SECONDS)) {
                done.get();
            }
        }
        assertThat(post.states()).containsExactly("SENT 400");
        assertThat(server.recipients()).hasSize(400).doesNotHaveDuplicates();
        assertThat(post.maybeTwice()).isEmpty();
    }

    /** H2 locks all that a query with an order finds, and nothing would be left for a second sender. */
    @Test
    void twoSendersTakeDifferentLettersInHand() {
        post.letters(program, 30);
        transaction.executeWithoutResult(one -> {
            var mine = turns.claim("one", 10, TestClock.START);
            var apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            var theirs = Objects.requireNonNull(apart.execute(other -> turns.claim("other", 10, TestClock.START)));
            assertThat(mine).hasSize(10);
            assertThat(theirs).hasSize(10).doesNotContainAnyElementsOf(mine);
            one.setRollbackOnly();
        });
    }

    @Test
    void noMoreGoOutInAMinuteThanAllowed() {
        post.letters(program, 25);
        desk.limit(Actor.SYSTEM, 10);
        var other = post.sender(server.port());

        Post.all(sender);
        Post.all(other);
        assertThat(post.states()).containsExactly("SENT 10", "WAITING 15");
        clock.advance(Duration.ofSeconds(59));
        Post.all(other);
        assertThat(post.states()).containsExactly("SENT 10", "WAITING 15");
        clock.advance(Duration.ofSeconds(1));
        Post.all(other);
        assertThat(post.states()).containsExactly("SENT 20", "WAITING 5");
        clock.advance(Duration.ofMinutes(1));
        Post.all(sender);
        assertThat(post.states()).containsExactly("SENT 25");
        desk.limit(Actor.SYSTEM, null);
    }

    @Test
    void whileMailIsPausedNothingIsHandedOverNotEvenWhatIsClaimed() {
        var ids = post.letters(program, 3);
        server.script = asked -> {
            if (asked.equals(".")) {
                desk.pause(Actor.SYSTEM);
            }
            return null;
        };
        Post.all(sender);
        assertThat(ids).extracting(post::stateOf).containsExactly("SENT", "WAITING", "WAITING");
        Post.all(sender);
        assertThat(server.taken).hasSize(1);

        server.script = asked -> null;
        desk.resume(Actor.SYSTEM);
        Post.all(sender);
        assertThat(post.states()).containsExactly("SENT 3");
        assertThat(post.maybeTwice()).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotSentAlsoWhenItIsInHand() {
        var ids = post.letters(program, 3);
        server.script = asked -> {
            if (asked.equals(".")) {
                cancels.one(ids.get(1));
            }
            return null;
        };
        Post.all(sender);
        assertThat(ids).extracting(post::stateOf).containsExactly("SENT", "CANCELLED", "SENT");

        post.letters(program, 2);
        assertThat(cancels.ofProgram(program.key())).isEqualTo(2);
        assertThat(sender.send()).isFalse();
        assertThat(server.taken).hasSize(2);
    }

    @Test
    void whatCannotBeSaidFailsWithItsWords() {
        var ids = post.letters(program, 3);
        post.script = letter -> switch (ids.indexOf(letter.id())) {
            case 0 -> new Outcome.Unsayable("mail.unsayable.webinar-url", List.of());
            case 1 -> throw new IllegalStateException("a bug");
            default -> null;
        };
        Post.all(sender);
        assertThat(ids).extracting(post::stateOf).containsExactly("FAILED", "FAILED", "SENT");
        assertThat(post.troubleOf(ids.get(0))).startsWith("mail.unsayable.webinar-url");
        assertThat(post.troubleOf(ids.get(1))).startsWith("mail.trouble.broken");
    }

    @Test
    void withoutAMailServerTheyLieInTheMailbox() {
        var ids = post.letters(program, 2);
        post.sender(0).send();
        assertThat(post.states()).containsExactly("IN_MAILBOX 2");
        assertThat(jdbc.sql("select recipient from mailbox_copy order by letter_id")
                        .query(String.class)
                        .list())
                .containsExactly(post.addressOf(ids.get(0)), post.addressOf(ids.get(1)));
        assertThat(server.commands).isEmpty();
    }

    @Test
    void aProgramWithTheSimulatorNeverMailsOutside() {
        webinars.choose(program, "simulator");
        post.letters(program, 1);
        post.letters(fixture.program(null), 1);

        Post.all(sender);

        assertThat(post.states()).containsExactly("IN_MAILBOX 1", "SENT 1");
        assertThat(server.taken).hasSize(1);
    }

    /** The table of the suppression list. */
    @ParameterizedTest
    @CsvSource({
        "UNSUBSCRIBED, OPERATIONAL, SENT",
        "UNSUBSCRIBED, MARKETING, SUPPRESSED",
        "BLOCKED, OPERATIONAL, SUPPRESSED",
        "BLOCKED, MARKETING, SUPPRESSED",
        "BOUNCED, OPERATIONAL, SUPPRESSED",
        "BOUNCED, MARKETING, SUPPRESSED"
    })
    void whoIsOnTheListGetsWhatTheListSays(Suppressed reason, Purpose purpose, String state) {
        var id = post.letters(program, 1, purpose, LetterOrder.BULK).getFirst();
        var address = post.addressOf(id);
        suppressions.add(
                new Suppression(0, address, reason, address.toUpperCase(), null, "", 0, Actor.SYSTEM, TestClock.START));
        sender.send();
        assertThat(post.stateOf(id)).isEqualTo(state);
        assertThat(server.taken).hasSize(state.equals("SENT") ? 1 : 0);
    }

    @Test
    void whoeverUnsubscribedStaysSoUnderAnotherAddress() {
        var id = post.letters(program, 1, Purpose.MARKETING, LetterOrder.BULK).getFirst();
        var person = jdbc.sql("select person_id from letter").query(Long.class).single();
        suppressions.add(new Suppression(
                0,
                "old@example.org",
                Suppressed.UNSUBSCRIBED,
                "old@example.org",
                person,
                "",
                0,
                Actor.SYSTEM,
                TestClock.START));
        sender.send();
        assertThat(post.stateOf(id)).isEqualTo("SUPPRESSED");
    }
}
