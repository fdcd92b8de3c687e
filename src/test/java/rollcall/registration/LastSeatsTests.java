package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.LinkedMultiValueMap;
import rollcall.job.Attempts;
import rollcall.member.Members;
import rollcall.member.Registrations;
import rollcall.member.Seating;
import rollcall.member.SeatsNow;
import rollcall.member.StatusChanges;
import rollcall.person.People;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Many who register at the same moment. */
abstract class LastSeatsTests {

    private static final int THREADS = 32;
    private static final int PEOPLE = 100;
    private static final int SEATS = 20;

    @Autowired
    private PublicScene scene;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Programs programs;

    @Autowired
    private Seating seating;

    @Autowired
    private People people;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Members members;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Answers answers;

    @Autowired
    private Revisions revisions;

    @Autowired
    private SubmissionRows rows;

    @Autowired
    private RuleWords words;

    @Autowired
    private Attempts attempts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private static Submission form(String email, String request) {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("email", email);
        sent.add("firstName", "Ada");
        sent.add("lastName", "Lovelace");
        return new Submission(Form.USUAL.read(sent), "en", request, null);
    }

    @Test
    void theLastSeatsAreGivenOnceEachAndTheRestWaitsInTheOrderOfTheLock() throws Exception {
        var program = scene.program(SEATS, plan -> plan);
        var page = scene.publish(program);

        var states = together(
                IntStream.range(0, PEOPLE).mapToObj(i -> form(PublicScene.newEmail(), "r" + i)),
                form -> submissions.receive(page, form));

        assertThat(states).hasSize(PEOPLE).allMatch(PageState::takesForms);
        assertThat(scene.counted(program)).isEqualTo(Map.of("REGISTERED", 20L, "WAITLISTED", 80L));
        assertThat(inOrderOfTheLock(program))
                .startsWith(Stream.generate(() -> "REGISTERED").limit(SEATS).toArray(String[]::new));
        assertThat(jdbc.sql("select count(distinct waitlist_number) from member where program_id = :program")
                        .param("program", program.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(PEOPLE - SEATS);
    }

    /** Numbers of change sets are given under the lock. */
    private List<String> inOrderOfTheLock(Program program) {
        return jdbc.sql("select status from member where program_id = :program order by change_set_id")
                .param("program", program.key())
                .query(String.class)
                .list();
    }

    @Test
    void aDoubleClickIsOneRegistration() throws Exception {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(program);
        var email = PublicScene.newEmail();

        together(Stream.generate(() -> form(email, "one-click")).limit(16), form -> submissions.receive(page, form));

        assertThat(scene.statuses(program, email)).containsExactly("REGISTERED");
        assertThat(jdbc.sql("select count(*) from registration_submission where program_id = :program")
                        .param("program", program.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The negative control: without the lock both see the last seat, and one of them gets neither it nor a place. */
    @Test
    void withoutTheLockSomebodyFallsThrough() throws Exception {
        var program = scene.program(1, plan -> plan);
        var page = scene.publish(program);
        var bothLooked = new CyclicBarrier(2);
        var unlocked = new Submissions(
                programs,
                new LookingTogether(seating, bothLooked),
                people,
                changes,
                members,
                registrations,
                answers,
                revisions,
                rows,
                words,
                attempts,
                clock);

        together(
                Stream.of(form(PublicScene.newEmail(), "a"), form(PublicScene.newEmail(), "b")),
                form -> unlocked.receive(page, form));

        assertThat(scene.counted(program)).isEqualTo(Map.of("REGISTERED", 1L));
    }

    private static final class LookingTogether extends PublicSeats {

        private final CyclicBarrier bothLooked;

        LookingTogether(Seating seating, CyclicBarrier bothLooked) {
            super(seating);
            this.bothLooked = bothLooked;
        }

        @Override
        SeatsNow lock(Program program) {
            try {
                var seats = look(program);
                bothLooked.await(20, TimeUnit.SECONDS);
                return seats;
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private static <T> List<T> together(Stream<Submission> forms, Received<T> work) throws Exception {
        var some = forms.toList();
        var start = new CyclicBarrier(Math.min(THREADS, some.size()));
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            var begun = IntStream.range(0, some.size())
                    .mapToObj(i -> executor.submit(() -> {
                        if (i < start.getParties()) {
                            start.await(20, TimeUnit.SECONDS);
                        }
                        return untilLetIn(work, some.get(i));
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> one : begun) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }

    /** On a busy machine somebody waits too long for a connection, is told so (503), and sends the form again. */
    private static <T> T untilLetIn(Received<T> work, Submission form) throws Exception {
        while (true) {
            try {
                return work.of(form);
            } catch (CannotCreateTransactionException busy) {
                Thread.onSpinWait();
            }
        }
    }

    private interface Received<T> {
        T of(Submission form) throws Exception;
    }
}
