package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.desk.PeopleDesk.fields;
import static rollcall.desk.PeopleDesk.named;
import static rollcall.desk.PeopleDesk.text;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.member.Newcomer;
import rollcall.member.StatusChanges;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Move;
import rollcall.program.Program;
import rollcall.provider.Pushes;
import rollcall.provider.WebinarProvider;
import rollcall.provider.Webinars;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;
import rollcall.transfer.ImportsFixture;

/** Everything that is known of the person holds a word of their own, which nothing else in the world holds. */
@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class ErasureTests {

    @Autowired
    PeopleDesk desk;

    @Autowired
    MembersFixture fixture;

    @Autowired
    ImportsFixture imports;

    @Autowired
    People people;

    @Autowired
    StatusChanges changes;

    @Autowired
    List<WebinarProvider> providers;

    @Autowired
    Webinars webinars;

    @Autowired
    Pushes pushes;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inspection inspection;

    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    String canary;
    String email;
    Program program;

    @BeforeEach
    void listen() {
        canary = "zzcanary" + PeopleDesk.word();
        email = canary + "@example.org";
        program = fixture.program(5);
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
    }

    @AfterEach
    void allIsWell() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
        assertThat(Inspected.breaches(inspection)).isEmpty();
    }

    private static final String HEADINGS =
            "email,first name,last name,company,job title,phone,country,status,status reason,registrant id,join"
                    + " link,Shoe size\n";

    /** By a file, with a row that is refused beside the one that is taken; then by hand. */
    private long member() {
        var row = String.join(
                ",",
                email.toUpperCase(Locale.ROOT),
                canary,
                canary,
                canary + " Ltd",
                canary,
                canary,
                canary,
                "Invited",
                canary + " called",
                canary + "-17",
                "https://live.example.org/" + canary,
                canary);
        imports.imported(program, HEADINGS + row + "\n" + row + "\n" + row.replace("Invited", canary) + "\n");
        var person = person();
        var member = jdbc.sql("select id from member where person_id = :person")
                .param("person", person)
                .query(Long.class)
                .single();
        var path = "/programs/%d/members/%d".formatted(program.key(), member);
        desk.post(
                SignedIn.manager(),
                path + "/status-changes",
                Map.of("status", "REGISTERED", "reason", canary + " mailed"));
        desk.post(
                SignedIn.manager(),
                path + "/details",
                Map.of("version", "0", "email", email, "firstName", canary, "company", "=" + canary, "phone", canary));
        jdbc.sql("update person set language = :canary, zone = :canary where id = :person")
                .param("canary", canary)
                .param("person", person)
                .update();
        jdbc.sql("""
            insert into push (program_id, member_id, action, state, unclear, tries, registrant_id, words, created_at, settled_at)
            values (:program, :member, 'REGISTER', 'REFUSED', false, 1, :canary, :canary, current_timestamp, current_timestamp)\
            """)
                .param("program", program.key())
                .param("member", member)
                .param("canary", canary)
                .update();
        attendance();
        mail(member, person);
        registration(member);
        return member;
    }

    /** A consent, and what was sent about them again. */
    private void registration(long member) {
        var params = Map.of("member", member, "canary", canary);
        jdbc.sql("""
            insert into registration_consent (member_id, question, wording, given, said_at)
            values (:member, :canary, :canary, true, current_timestamp)\
            """).params(params).update();
        jdbc.sql("insert into registration_revision (member_id, sent_at) values (:member, current_timestamp)")
                .params(params)
                .update();
        jdbc.sql("""
            insert into registration_revision_value (revision_id, field_key, typed, wording)
            select id, 'lastName', :canary, '' from registration_revision where member_id = :member\
            """).params(params).update();
    }

    /** A letter in the mailbox, one that waits, one that tells a colleague, and an address that gets no mail. */
    private void mail(long member, long person) {
        var params = Map.of("member", member, "person", person, "program", program.key(), "canary", canary);
        for (var letter : List.of(
                "null, 'IN_MAILBOX', null, null, null, current_timestamp, :member, :person",
                "null, 'WAITING', current_timestamp, null, null, null, :member, :person",
                "'account:1', 'SENT', null, 'Look', 'Look at ' || :canary || '@example.org', current_timestamp, null,"
                        + " null")) {
            jdbc.sql("""
                insert into letter (program_id, account_key, state, due_at, subject, body, settled_at, member_id, person_id,
                    words, purpose, priority, tries, maybe_twice, created_at)
                values (:program, %s, null, 'OPERATIONAL', 50, 1, false, current_timestamp)\
                """.formatted(letter)).params(params).update();
        }
        jdbc.sql("update letter set words = :canary where member_id = :member")
                .params(params)
                .update();
        jdbc.sql("""
            insert into mailbox_copy (letter_id, recipient, recipient_name, subject, html, text)
            select id, :canary, :canary, :canary, :canary, :canary from letter
            where member_id = :member and state = 'IN_MAILBOX'\
            """).params(params).update();
        jdbc.sql("""
            insert into suppression (email_key, reason, email, person_id, words, bounces, actor_key, actor_name, since)
            values (:email, 'UNSUBSCRIBED', :email, :person, :canary, 0, 'person:1', '', current_timestamp)\
            """).params(params).param("email", email).update();
    }

    /** At the simulator, where the address is registered and a stranger of that name came, and in a report. */
    private void attendance() {
        providers.forEach(provider -> provider.eventFor(program));
        jdbc.sql("""
            insert into simulated_registrant (webinar_id, nth, registrant_id, email, email_key, name, search, state, words,
                since, token)
            select id, 1, 'SIM-erased-' || id, :email, :email, :canary, :canary, 'APPROVED', :canary, current_timestamp,
                'token-' || id
            from simulated_webinar where program_id = :program\
            """)
                .param("email", email)
                .param("canary", canary)
                .param("program", program.key())
                .update();
        jdbc.sql("""
            insert into simulated_attendance (webinar_id, email, name, kind, seconds)
            select id, :email, :canary, 'LIVE', 60 from simulated_webinar where program_id = :program\
            """)
                .param("email", email)
                .param("canary", canary)
                .param("program", program.key())
                .update();
        jdbc.sql("""
            insert into unmatched_attendee (program_id, person_key, email, name, live_seconds, first_seen_at, last_seen_at,
                state)
            values (:program, :email, :email, :canary, 60, current_timestamp, current_timestamp, 'OPEN')\
            """)
                .param("email", email)
                .param("canary", canary)
                .param("program", program.key())
                .update();
    }

    private long person() {
        return people.byEmail(email).orElseThrow().id();
    }

    private MvcTestResult erase(RequestPostProcessor who, long person, String typed) {
        return desk.post(who, "/people/%d/erasure".formatted(person), Map.of("email", typed));
    }

    private void erase() {
        var person = person();
        assertThat(erase(SignedIn.administrator(), person, email))
                .hasStatus(303)
                .hasRedirectedUrl("/people/" + person);
    }

    /** Where the word still stands, whatever table and column that is. */
    private List<String> traces() {
        var found = new ArrayList<String>();
        jdbc.sql("""
            select table_name, column_name, data_type from information_schema.columns
            where lower(table_schema) = 'public' order by table_name, column_name\
            """).query(row -> {
            var place = row.getString("table_name") + "." + row.getString("column_name");
            if (holds(row.getString("table_name"), row.getString("column_name"), row.getString("data_type"))) {
                found.add(place.toLowerCase(Locale.ROOT));
            }
        });
        return found;
    }

    private boolean holds(String table, String column, String type) {
        var from = " from \"%s\" where \"%s\" is not null".formatted(table, column);
        var kind = type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("char") || kind.equals("text")) {
            return jdbc.sql("select count(*)" + from + " and lower(\"%s\") like :canary".formatted(column))
                            .param("canary", "%" + canary + "%")
                            .query(Long.class)
                            .single()
                    > 0;
        }
        return (kind.startsWith("binary") || kind.equals("bytea"))
                && jdbc.sql("select \"%s\"".formatted(column) + from).query(byte[].class).list().stream()
                        .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8)
                                .toLowerCase(Locale.ROOT)
                                .contains(canary));
    }

    @Test
    void leavesNothingOfThePersonInAnyColumnFileOrLog() {
        var member = member();
        var person = person();
        assertThat(traces())
                .contains(
                        "import_row.cells",
                        "import_row.detail",
                        "import_row.email",
                        "import_row.name",
                        "letter.body",
                        "letter.words",
                        "mailbox_copy.html",
                        "member.email_key",
                        "member.join_link",
                        "member.name_key",
                        "member.registrant_id",
                        "member.status_reason",
                        "member_answer.answer",
                        "person.company",
                        "person.email",
                        "person.phone",
                        "push.registrant_id",
                        "push.words",
                        "registration_consent.question",
                        "registration_revision_value.typed",
                        "status_change.reason",
                        "suppression.email");
        erase();

        assertThat(traces()).isEmpty();
        for (var uri : List.of(
                "/people/" + person,
                "/people/%d/data.json".formatted(person),
                "/people/%d/data.csv".formatted(person),
                "/programs/%d/members/%d".formatted(program.key(), member),
                "/programs/%d/members?status=NOT_IN_PROGRAM".formatted(program.key()),
                "/programs/%d/members.csv?status=NOT_IN_PROGRAM".formatted(program.key()),
                "/admin/audit?kind=ERASURE",
                "/admin/audit",
                "/admin/audit.csv")) {
            var answer = desk.get(SignedIn.administrator(), uri);
            assertThat(answer).hasStatusOk();
            assertThat(text(answer).toLowerCase(Locale.ROOT)).as(uri).doesNotContain(canary);
        }
        assertThat(log.list)
                .noneMatch(event -> written(event).toLowerCase(Locale.ROOT).contains(canary));
    }

    /** With what was thrown, down to its last cause. */
    private static String written(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    /** While the provider cannot be told, what it needs is kept; afterwards nothing is. */
    @Test
    void takesThePersonOutAtTheProviderAndKeepsNothingOfThatEither() {
        webinars.choose(program, "simulator");
        var details = new PersonDetails(email, canary, canary, "", "", "", "", "", "");
        var member = desk.join(program, desk.person(details), REGISTERED);
        pushes.send(program.key());
        down(true);
        erase();
        pushes.send(program.key());
        assertThat(registrantIds(member)).isEqualTo(2);

        down(false);
        clock.advance(Duration.ofMinutes(2));
        pushes.send(program.key());

        assertThat(traces()).isEmpty();
        assertThat(registrantIds(member)).isZero();
        assertThat(jdbc.sql("""
            select count(*) from simulated_registrant r join simulated_webinar w on w.id = r.webinar_id
            where w.program_id = :program and r.state <> 'CANCELLED'\
            """)
                        .param("program", program.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void down(boolean down) {
        jdbc.sql("update simulated_webinar set down = :down where program_id = :program")
                .param("down", down)
                .param("program", program.key())
                .update();
    }

    private long registrantIds(long member) {
        return jdbc.sql("select count(registrant_id) from push where member_id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }

    @Test
    void keepsTheHistoryUnderAPseudonymAndFreesTheSeat() {
        var member = member();
        assertThat(fixture.taken(program)).isEqualTo(1);
        var person = person();
        erase();
        assertThat(fixture.taken(program)).isZero();
        assertThat(fixture.history(member))
                .containsExactly("-→INVITED", "INVITED→REGISTERED", "REGISTERED→NOT_IN_PROGRAM");
        var page = desk.page(SignedIn.viewer(), "/programs/%d/members/%d".formatted(program.key(), member));
        assertThat(page.expectFirst("h1").text()).isEqualTo("Erased person " + person);
        assertThat(page.select(".timeline-why").eachText()).containsExactly("Erased", "Erased", "Erased");
        var list = desk.page(SignedIn.viewer(), "/programs/%d/members?status=NOT_IN_PROGRAM".formatted(program.key()));
        assertThat(list.select("tr[data-member-id] > th").eachText()).containsExactly("Erased person " + person);
    }

    @Test
    void letsNobodyBringAnErasedPersonBack() {
        var member = member();
        erase();
        var path = "/programs/%d/members/%d".formatted(program.key(), member);
        assertThat(desk.post(SignedIn.manager(), path + "/status-changes", Map.of("status", "INVITED")))
                .hasStatus(409);
        assertThat(fixture.statusOf(member)).isEqualTo("NOT_IN_PROGRAM");
        var all = Map.of(
                "status",
                "INVITED",
                "all",
                "true",
                "filter",
                "status=NOT_IN_PROGRAM",
                "confirm",
                "true",
                "requestId",
                canary);
        desk.post(SignedIn.manager(), "/programs/%d/status-changes".formatted(program.key()), all);
        assertThat(fixture.statusOf(member)).isEqualTo("NOT_IN_PROGRAM");
        var lent = fixture.program(null);
        var from = Map.of(
                "how",
                "program",
                "status",
                "INVITED",
                "source",
                program.key(),
                "from",
                "NOT_IN_PROGRAM",
                "confirm",
                "true");
        desk.post(SignedIn.manager(), "/programs/%d/members".formatted(lent.key()), from);
        assertThat(fixture.counted(lent)).isEmpty();
    }

    @Test
    void theDoorLetsNobodyInWhoIsErased() {
        var person = desk.person(named("Ada " + canary, "Acme"));
        assertThat(erase(SignedIn.administrator(), person, "ada." + canary + "@example.org"))
                .hasStatus(303);
        var outcome = changes.join(fixture.ask(program, INVITED), List.of(Newcomer.of(person)))
                .outcomes()
                .getFirst();
        assertThat(outcome.move()).isEqualTo(new Move.Skip(null, Move.Reason.CLOSED));
        assertThat(fixture.counted(program)).isEmpty();
    }

    @Test
    void warnsWhenTheAddressComesBackInAFile() {
        member();
        erase();
        imports.imported(program, "email,status\n%s,Invited\n".formatted(email));
        assertThat(people.byEmail(email)).isEmpty();
        assertThat(jdbc.sql("select count(*) from import_row where reason = 'ERASED' and email = :email")
                        .param("email", email)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void warnsWhenTheAddressIsAddedByHandAndTakesItWithATick() {
        member();
        erase();
        var uri = "/programs/%d/members".formatted(program.key());
        for (var form : List.of(
                Map.of("how", "one", "status", "INVITED", "email", email),
                Map.of("how", "paste", "status", "INVITED", "people", "Ada <%s>".formatted(email)))) {
            var answer = desk.post(SignedIn.manager(), uri, form);
            assertThat(answer).hasStatus(422);
            assertThat(text(answer)).contains("This address was erased before", "erasedToo");
        }
        assertThat(people.byEmail(email)).isEmpty();

        var ticked = Map.of("how", "one", "status", "INVITED", "email", email, "erasedToo", "true");
        assertThat(desk.post(SignedIn.manager(), uri, ticked)).hasStatus(303);
        assertThat(people.byEmail(email)).isPresent();
        var again = Map.of("how", "one", "status", "REGISTERED", "email", email);
        assertThat(desk.post(SignedIn.manager(), uri, again)).hasStatus(303);
    }

    @Test
    void erasesWhatWasMergedToo() {
        var other = desk.person(named("Other " + canary, "Acme"));
        member();
        desk.join(program, other, INVITED);
        var person = person();
        var form = fields(
                desk.page(SignedIn.manager(), "/people/%d/merges/new?other=%d".formatted(person, other)), "form.merge");
        desk.post(SignedIn.manager(), "/people/%d/merges".formatted(person), form);
        erase();
        assertThat(traces()).isEmpty();
        assertThat(people.byEmail("other." + canary + "@example.org")).isEmpty();
    }

    @Test
    void wantsTheAddressTyped() {
        member();
        var person = person();
        var answer = erase(SignedIn.administrator(), person, "yes");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("That is not the e-mail address shown here.");
        assertThat(people.find(person).orElseThrow().details().email()).isEqualTo(email);
    }

    @Test
    void isForAdministratorsAndDoneOnce() {
        member();
        var person = person();
        for (var who : List.of(SignedIn.manager(), SignedIn.managerOf(program.key()), SignedIn.viewer())) {
            assertThat(desk.get(who, "/people/%d/erasure".formatted(person))).hasStatus(403);
            assertThat(erase(who, person, email)).hasStatus(403);
        }
        assertThat(erase(SignedIn.managerOf(fixture.program(null).key()), person, email))
                .hasStatus(404);
        erase();
        assertThat(erase(SignedIn.administrator(), person, email)).hasStatus(303);
        assertThat(jdbc.sql("select details from audit_entry where kind = 'ERASURE' and details like :person")
                        .param("person", "%:" + person + "}")
                        .query(String.class)
                        .list())
                .containsExactly("{\"person\":%d}".formatted(person));
    }

    @Test
    void remembersAnAddressOnlyAsADigestThatNeedsTheSecret() {
        member();
        erase();
        assertThat(jdbc.sql("select digest from erased_address")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(digest -> assertThat(digest).matches("[0-9a-f]{64}"));
    }

    @Test
    void saysBeforehandWhatGoesAndWhatStays() {
        member();
        var page = desk.page(SignedIn.administrator(), "/people/%d/erasure".formatted(person()));
        assertThat(page.select(".others .status").eachAttr("data-status")).containsExactly(REGISTERED.name());
        assertThat(page.text()).contains("Backups, until you delete them", "for a day at most");
        assertThat(page.select("strong bdi").eachText()).containsExactly(email);
    }

    /** The scan itself finds what is there. */
    @Test
    void aTraceIsFound() {
        desk.person(new PersonDetails(email, canary, "", "", "", "", "", "", ""));
        assertThat(traces())
                .containsExactlyInAnyOrder(
                        "person.email", "person.email_key", "person.first_name", "person.given_key", "person.name_key");
    }
}
