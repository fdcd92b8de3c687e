package rollcall.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.job.Attempts;
import rollcall.member.MembersFixture;
import rollcall.member.OfferLinks;
import rollcall.member.StatusChanges;
import rollcall.member.UnlockedSeats;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Several nodes, managers and people at once. What a node knows, it knows from the database: threads stand for nodes. */
abstract class WaitlistConcurrencyTests {

    /** Fewer than a node has connections: what is asked here is about seats, not about who waits for a connection. */
    private static final int THREADS = 8;

    private static final int SEATS = 6;

    @Autowired
    private MembersFixture members;

    @Autowired
    private WaitlistFixture waitlist;

    @Autowired
    private Promotions promotions;

    @Autowired
    private OfferAnswers answers;

    @Autowired
    private OfferLinks links;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private UnlockedSeats unlocked;

    @Autowired
    private SettingRows settings;

    @Autowired
    private WaitlistQueue queue;

    @Autowired
    private OfferRows offers;

    @Autowired
    private Programs programs;

    @Autowired
    private Attempts attempts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void twoNodesHandASeatOnOnce() throws Exception {
        for (var mode : List.of(Mode.AUTOMATIC, Mode.OFFER)) {
            var program = members.program(3);
            waitlist.set(program, mode);
            var waiting = members.members(program, 8, WAITLISTED);

            together(THREADS, i -> promotions.run(program.key()));

            assertThat(taken(program)).isEqualTo(3);
            assertThat(members.taken(program)).isEqualTo(3);
            assertThat(waiting.stream().filter(this::served)).containsExactlyElementsOf(waiting.subList(0, 3));
        }
    }

    private boolean served(long member) {
        return members.statusOf(member).equals("REGISTERED") || waitlist.offerUntil(member) != null;
    }

    /** Offers, answers to them, approvals and whoever comes, all about the last seats, from many threads. */
    @Test
    void neverMoreThanThereAreSeats() throws Exception {
        var program = members.program(SEATS);
        waitlist.offers(program);
        var seated = members.members(program, SEATS, REGISTERED);
        var waiting = members.members(program, 40, WAITLISTED);
        var pending = members.members(program, 20, PENDING_APPROVAL);
        var invited = members.members(program, 20, INVITED);
        var most = new AtomicInteger();

        together(THREADS, i -> {
            var dice = new Random(i);
            for (int turn = 0; turn < 20; turn++) {
                act(program, dice, List.of(seated, waiting, pending, invited));
                most.accumulateAndGet(taken(program), Math::max);
            }
            return null;
        });
        waitlist.run(program);

        assertThat(most.get()).isLessThanOrEqualTo(SEATS);
        assertThat(taken(program)).isEqualTo(SEATS).isEqualTo(members.taken(program));
        assertThat(unpaired(program)).isZero();
    }

    /** Seats that are held without an open offer, and open offers without a seat. */
    private long unpaired(Program program) {
        return jdbc.sql("""
            select count(*) from member m
            left join waitlist_offer o on o.member_id = m.id and o.state = 'OPEN'
            where m.program_id = :program and (m.offer_until is not null or o.id is not null)
                and (m.offer_until is null or o.id is null or o.until <> m.offer_until)\
            """).param("program", program.key()).query(Long.class).single();
    }

    private void act(Program program, Random dice, List<List<Long>> some) {
        switch (dice.nextInt(6)) {
            case 0 -> promotions.run(program.key());
            case 1 -> answer(pick(some.get(1), dice), dice);
            case 2 -> changes.change(members.ask(program, REGISTERED), pick(some.get(2), dice));
            case 3 -> changes.change(members.ask(program, REGISTERED), pick(some.get(3), dice));
            case 4 -> changes.change(members.ask(program, REGISTERED), pick(some.get(1), dice));
            default -> changes.change(members.ask(program, NOT_IN_PROGRAM), pick(some.get(dice.nextInt(4)), dice));
        }
    }

    private void answer(long member, Random dice) {
        var link = links.of(member);
        if (link != null) {
            var holder = links.holder(link.substring("/o/".length())).orElseThrow();
            if (dice.nextBoolean()) {
                answers.accept(holder);
            } else {
                answers.decline(holder, dice.nextBoolean());
            }
        }
    }

    private static long pick(List<Long> ids, Random dice) {
        return ids.get(dice.nextInt(ids.size()));
    }

    /** As one statement sees it, so that no change lies between two looks. */
    private int taken(Program program) {
        return jdbc.sql("""
            select count(*) from member m
            where m.program_id = :program and (m.status = 'REGISTERED' or m.offer_until is not null)\
            """)
                .param("program", program.key())
                .query(Integer.class)
                .single();
    }

    /** The negative control: a worker that looks without the lock gives away what somebody takes at that moment. */
    @Test
    void withoutTheLockTheLastSeatIsGivenTwice() {
        var program = members.program(1);
        waitlist.offers(program);
        members.member(program, WAITLISTED);
        var ahead = members.member(program, INVITED);
        var request = members.ask(program, REGISTERED).because("By phone").aheadOfTheWaitlist(true);
        var worker = worker(id -> {
            int taken = members.taken(program);
            CompletableFuture.runAsync(() -> changes.change(request, ahead))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            return taken;
        });

        worker.run(program.key());

        assertThat(taken(program)).as("one seat, given twice").isEqualTo(2);
    }

    private Promotions worker(java.util.function.LongToIntFunction look) {
        return new Promotions(
                unlocked.seating(look), changes, settings, queue, offers, programs, attempts, events, clock);
    }

    /** Does the same from many threads that all begin at the same moment; whatever one of them throws is thrown. */
    private static <T> void together(int threads, Numbered<T> work) throws Exception {
        var start = new CyclicBarrier(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var futures = IntStream.range(0, threads)
                    .mapToObj(i -> executor.submit((Callable<T>) () -> {
                        start.await(20, TimeUnit.SECONDS);
                        return work.call(i);
                    }))
                    .toList();
            for (var future : new ArrayList<>(futures)) {
                future.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private interface Numbered<T> {
        T call(int i) throws Exception;
    }
}
