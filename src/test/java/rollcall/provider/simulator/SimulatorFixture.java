package rollcall.provider.simulator;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.provider.EventRef;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;
import rollcall.provider.RegistrationRequest;

/** Simulated webinars of programs of their own, and what the database says of them. */
@Component
class SimulatorFixture {

    private final Programs programs;
    private final Foundation foundation;
    private final Simulator simulator;
    private final SimulatedWebinars webinars;
    private final JdbcClient jdbc;

    SimulatorFixture(
            Programs programs,
            Foundation foundation,
            Simulator simulator,
            SimulatedWebinars webinars,
            JdbcClient jdbc) {
        this.programs = programs;
        this.foundation = foundation;
        this.simulator = simulator;
        this.webinars = webinars;
        this.jdbc = jdbc;
    }

    Program program() {
        return programs.create(Actor.SYSTEM, Plans.named("Spring launch"));
    }

    EventRef event() {
        return foundation.of(program()).event();
    }

    static long id(EventRef event) {
        return Long.parseLong(event.externalId());
    }

    SimulatedWebinar webinar(EventRef event) {
        return webinars.find(id(event)).orElseThrow();
    }

    static Settings usual() {
        return new Settings(Duration.ZERO, null, null, false, false, false, false, false, false, Duration.ZERO);
    }

    void limit(EventRef event, int capacity) {
        webinars.set(
                id(event),
                new Settings(Duration.ZERO, null, capacity, false, false, false, false, false, false, Duration.ZERO));
    }

    void set(EventRef event, Settings settings) {
        webinars.set(id(event), settings);
    }

    static RegistrationRequest request(String email) {
        return new RegistrationRequest(12, new PersonDetails(email, "Åsa", "Öberg", "", "", "", "", "", ""), Map.of());
    }

    RegistrationOutcome register(EventRef event, String email) {
        return simulator.register(event, request(email));
    }

    Accepted accepted(EventRef event, String email) {
        return (Accepted) register(event, email);
    }

    /** Registers {@code p1@…} to {@code pN@…}, at once and without asking. */
    void crowd(EventRef event, int count) {
        jdbc.sql("""
            insert into simulated_registrant (webinar_id, nth, registrant_id, member_id, email, email_key, name, search,
                state, words, since, token)
            select cast(:webinar as bigint), g.n, concat('SIM-', :unique, '-', g.n), g.n, concat('p', g.n, '@example.org'),
                concat('p', g.n, '@example.org'), concat('Person ', g.n), concat('person ', g.n), 'APPROVED', '',
                current_timestamp, null
            from generate_series(1, :count) as g(n)\
            """)
                .param("count", count)
                .param("webinar", id(event))
                .param("unique", UUID.randomUUID().toString().substring(0, 8))
                .update();
        jdbc.sql("update simulated_webinar set registered = :n, taken = :n where id = :id")
                .param("n", count)
                .param("id", id(event))
                .update();
    }

    /** How many stand in a table for that webinar. */
    long rows(String table, EventRef event) {
        return jdbc.sql("select count(*) from %s where webinar_id = :webinar".formatted(table))
                .param("webinar", id(event))
                .query(Long.class)
                .single();
    }

    /** The numbers of those with attendance of that kind. */
    List<Long> seen(EventRef event, String kind) {
        return jdbc.sql("""
            select r.nth from simulated_attendance a join simulated_registrant r on r.id = a.registrant
            where a.webinar_id = :webinar and a.kind = :kind order by r.nth\
            """)
                .param("webinar", id(event))
                .param("kind", kind)
                .query(Long.class)
                .list();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** In a word: accepted, duplicate, pending, why it was refused, or the kind of failure. */
    static String word(RegistrationOutcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> accepted.duplicate() ? "duplicate" : "accepted";
            case Pending pending -> "pending";
            case Failed(Rejected rejected) -> rejected.refusal().name();
            case Failed(var failure) -> failure.getClass().getSimpleName();
        };
    }

    static Document parsed(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    static List<Long> upTo(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> (long) i).toList();
    }
}
