package rollcall.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.Pushes;
import rollcall.provider.Webinars;
import rollcall.testing.TestClock;

/** What becomes of a registration for each pattern that an address may hold, from entering Registered to the end. */
abstract class TagPushesTests {

    /**
     * How it stands after the first try, in how many seconds the next one comes, how it ends, with which reason, and after
     * how many tries; a star for however many.
     */
    private static final String TABLE = """
        tag      | first try           | next  | in the end          | tries | reason
        full     | REG. ERROR REFUSED  |       | REG. ERROR REFUSED  | 1     | This webinar is full.
        closed   | REG. ERROR REFUSED  |       | REG. ERROR REFUSED  | 1     | Registration for this webinar is closed.
        over     | REG. ERROR REFUSED  |       | REG. ERROR REFUSED  | 1     | This webinar is over.
        badfield | REG. ERROR REFUSED  |       | REG. ERROR REFUSED  | 1     | The field "Company" is not filled in as the organizer asks.
        refused  | REG. ERROR REFUSED  |       | REG. ERROR REFUSED  | 1     | This address may not register.
        host     | REG. ERROR REFUSED  |       | REG. ERROR REFUSED  | 1     | This address belongs to a host or a panelist of the webinar.
        slow     | REGISTERED ACCEPTED |       | REGISTERED ACCEPTED | 1     | as asked
        down     | REGISTERED RETRYING | 24-36 | REGISTERED ACCEPTED | 3     | as asked
        timeout  | REGISTERED RETRYING | 24-36 | REGISTERED ACCEPTED | 2     | as asked
        lost     | REGISTERED RETRYING | 24-36 | REG. ERROR REFUSED  | *     | {NO_ANSWER}
        throttle | REGISTERED RETRYING | 60-60 | REGISTERED ACCEPTED | 2     | as asked
        pending  | REGISTERED ACCEPTED |       | REGISTERED ACCEPTED | 1     | as asked
        dup      | REGISTERED ACCEPTED |       | REGISTERED ACCEPTED | 1     | as asked
        live     | REGISTERED ACCEPTED |       | REGISTERED ACCEPTED | 1     | as asked
        ondemand | REGISTERED ACCEPTED |       | REGISTERED ACCEPTED | 1     | as asked
        noshow   | REGISTERED ACCEPTED |       | REGISTERED ACCEPTED | 1     | as asked
        """;

    record Line(String tag, String first, String next, String end, String tries, String reason) {

        static Line of(String line) {
            var cells =
                    Arrays.stream((line + " ").split("\\|")).map(String::strip).toList();
            return new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
        }

        @Override
        public String toString() {
            return tag;
        }
    }

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private Members members;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private long member;

    static List<Line> lines() {
        return TABLE.lines().skip(1).map(Line::of).toList();
    }

    @Test
    void eachPatternStandsInTheTable() {
        Map<String, Line> byTag = lines().stream().collect(Collectors.toMap(Line::tag, Function.identity()));
        assertThat(byTag.keySet())
                .isEqualTo(Arrays.stream(Tag.values()).map(Tag::word).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aRegistrationWithThatPattern(Line expected) {
        register("ada+" + expected.tag() + "@example.org");

        pushes.send(program.key());

        assertThat(stand()).isEqualTo(expected.first());
        assertThat(next()).isEqualTo(expected.next());
        assertThat(triedToTheEnd()).matches(tries -> matches(expected.tries(), tries), expected.tries());
        assertThat(stand()).isEqualTo(expected.end());
        assertThat(line().statusReason()).isEqualTo(expected.reason());
        assertThat(registrants()).isEqualTo(expected.end().startsWith("REGISTERED") ? 1 : 0);
    }

    private void register(String email) {
        program = fixture.program(null);
        webinars.choose(program, Simulator.KIND);
        var person =
                people.bring(List.of(PersonDetails.ofEmail(email)), Known.LEAVE).getFirst();
        fixture.join(program, person, StatusCode.REGISTERED);
        member = members.memberOf(program.key(), person).orElseThrow();
    }

    private MemberLine line() {
        return members.require(program, member);
    }

    private String stand() {
        return (line().status().key() + " " + line().delivery()).replace("REGISTRATION_ERROR", "REG. ERROR");
    }

    /** Within which of the expected spans the next try is; the backoff is give or take a fifth. */
    private String next() {
        var at = line().retryAt();
        if (at == null) {
            return "";
        }
        var wait = Duration.between(clock.instant(), at).toSeconds();
        return wait == 60 ? "60-60" : wait >= 24 && wait <= 36 ? "24-36" : wait + " s";
    }

    private int triedToTheEnd() {
        for (int more = 0; line().delivery().open(); more++) {
            assertThat(more).isLessThan(100);
            clock.set(line().retryAt());
            pushes.send(program.key());
        }
        return jdbc.sql("select max(tries) from push where member_id = :member")
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    private static boolean matches(String expected, int tries) {
        return expected.equals("*") ? tries > 24 : expected.equals(Integer.toString(tries));
    }

    private long registrants() {
        return jdbc.sql("""
            select count(*) from simulated_registrant r join simulated_webinar w on w.id = r.webinar_id
            where w.program_id = :program and r.state = 'APPROVED'\
            """).param("program", program.key()).query(Long.class).single();
    }
}
