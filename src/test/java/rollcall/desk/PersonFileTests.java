package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.desk.PeopleDesk.text;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.member.Newcomer;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.provider.RefreshFixture;
import rollcall.provider.WebinarProvider;
import rollcall.testing.SignedIn;
import rollcall.transfer.ImportsFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

abstract class PersonFileTests {

    @Autowired
    PeopleDesk desk;

    @Autowired
    MembersFixture fixture;

    @Autowired
    ImportsFixture imports;

    @Autowired
    RefreshFixture refreshes;

    @Autowired
    List<WebinarProvider> providers;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    String email;
    Program a;
    Program b;
    long ada;

    @BeforeEach
    void inTwoPrograms() {
        email = PeopleDesk.word() + "@example.org";
        a = fixture.program(null);
        b = fixture.program(null);
        ada = desk.person(new PersonDetails(email, "Ada", "Lovelace", "=1+1", "", "+46 8 123", "", "", ""));
        desk.join(a, ada, INVITED);
        desk.join(
                b,
                new Newcomer(ada, null, null, null, "R-17", "https://live.example.org/17", Map.of("Diet", "vegan")),
                REGISTERED);
        imports.imported(a, "email,status,Shoe size\n%s,No such status,38\n".formatted(email));
    }

    private JsonNode taken(RequestPostProcessor who) {
        var answer = desk.get(who, "/people/%d/data.json".formatted(ada));
        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Content-Disposition", attachment("json"))
                .hasHeader("X-Content-Type-Options", "nosniff");
        return json.readTree(text(answer));
    }

    private String attachment(String format) {
        return "attachment; filename=\"person-%1$d.%2$s\"; filename*=UTF-8''person-%1$d.%2$s".formatted(ada, format);
    }

    private static List<String> values(JsonNode file, String section, String field) {
        return file.path(section)
                .valueStream()
                .map(one -> one.path(field).asString(""))
                .toList();
    }

    @Test
    void holdsEverythingThatIsKept() {
        var file = taken(SignedIn.manager());
        assertThat(file.propertyNames())
                .contains("written_at", "complete", "person", "memberships", "answers", "history", "import-rows");
        assertThat(file.path("complete").asBoolean()).isTrue();
        assertThat(values(file, "person", "email")).containsExactly(email);
        assertThat(values(file, "person", "phone")).containsExactly("+46 8 123");
        assertThat(values(file, "memberships", "status")).containsExactly("INVITED", "REGISTERED");
        assertThat(values(file, "memberships", "registrant_id")).containsExactly("", "R-17");
        assertThat(values(file, "memberships", "join_link")).containsExactly("", "https://live.example.org/17");
        assertThat(values(file, "answers", "answer")).containsExactly("vegan");
        assertThat(values(file, "history", "reason")).containsExactly("as asked", "as asked");
        assertThat(values(file, "import-rows", "cells").getFirst()).contains("38");
    }

    /** How the database holds a membership together; whose it is and what it was before stand elsewhere in the file. */
    private static final Set<String> NOT_TOLD = Set.of(
            "id",
            "person_id",
            "program_id",
            "status_step",
            "previous_status",
            "previous_step",
            "seq",
            "change_set_id",
            "brought_by",
            "link_generation",
            "name_key",
            "given_key",
            "email_key",
            "company_key",
            "closed");

    @Test
    void tellsOfAMembershipWhateverItsTableHolds() {
        jdbc.sql("""
            update member set accepted_at = current_timestamp, retry_at = current_timestamp, success_at = current_timestamp,
                live_minutes = 52, on_demand_minutes = 7, form_opened_at = current_timestamp,
                form_filled_out_at = current_timestamp, offer_until = current_timestamp, waitlist_number = 1
            where person_id = :person and program_id = :program\
            """).param("person", ada).param("program", b.key()).update();
        var columns = new TreeSet<>(jdbc.sql("""
            select lower(column_name) from information_schema.columns
            where lower(table_schema) = 'public' and lower(table_name) = 'member'\
            """).query(String.class).list());
        columns.removeAll(NOT_TOLD);
        columns.add("program");

        var told = taken(SignedIn.managerOf(b.key())).path("memberships").get(0);

        assertThat(new TreeSet<>(told.propertyNames())).isEqualTo(columns);
    }

    @Test
    void tellsWhatProvidersSaidOfThePersonAndHowLongTheyWereThere() {
        var refresh = refreshes.refreshOf(b);
        jdbc.sql("""
            insert into refresh_kept (refresh_id, member_id, words)
            select :refresh, id, 'No time' from member where person_id = :person and program_id = :program\
            """)
                .param("refresh", refresh)
                .param("person", ada)
                .param("program", b.key())
                .update();
        providers.forEach(provider -> provider.eventFor(b));
        jdbc.sql("""
            insert into simulated_registrant (webinar_id, nth, registrant_id, email, email_key, name, search, state, words,
                since)
            select id, 1, 'SIM-file-' || id, :email, :email, 'Ada', 'ada', 'APPROVED', '', current_timestamp
            from simulated_webinar where program_id = :program\
            """).param("email", email).param("program", b.key()).update();
        jdbc.sql("""
            insert into simulated_attendance (webinar_id, registrant, email, name, kind, seconds)
            select r.webinar_id, r.id, '', '', 'LIVE', 3120 from simulated_registrant r where r.email_key = :email\
            """).param("email", email).update();

        var file = taken(SignedIn.manager());

        assertThat(values(file, "cancelled-and-kept", "words")).containsExactly("No time");
        assertThat(file.path("simulated-attendance").get(0).path("seconds").asInt())
                .isEqualTo(3120);
    }

    @Test
    void leavesOutWhatBelongsToProgramsThatTheAskerDoesNotManage() {
        var file = taken(SignedIn.managerOf(a.key()));
        assertThat(file.path("complete").asBoolean()).isFalse();
        assertThat(values(file, "memberships", "status")).containsExactly("INVITED");
        assertThat(values(file, "answers", "answer")).isEmpty();
        assertThat(taken(SignedIn.managerOf(b.key())).path("import-rows")).isEmpty();
    }

    @Test
    void isALineForEachValueThatNoSpreadsheetRuns() {
        var answer = desk.get(SignedIn.administrator(), "/people/%d/data.csv".formatted(ada));
        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Content-Disposition", attachment("csv"))
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(text(answer))
                .startsWith("\uFEFF\"section\",\"entry\",\"field\",\"value\"\r\n")
                .contains("\"person\",\"1\",\"company\",\"'=1+1\"\r\n", "\"person\",\"1\",\"phone\",\"'+46 8 123\"\r\n")
                .contains(
                        "\"memberships\",\"2\",\"status\",\"REGISTERED\"\r\n",
                        "\"answers\",\"1\",\"answer\",\"vegan\"");
    }

    @Test
    void standsInTheAuditWithoutAName() {
        taken(SignedIn.manager());
        desk.get(SignedIn.manager(), "/people/%d/data.csv".formatted(ada));
        var noted = jdbc.sql("select details from audit_entry where kind = 'PERSON_EXPORT' and details like :person")
                .param("person", "%\"person\":" + ada + "%")
                .query(String.class)
                .list();
        assertThat(noted).hasSize(2).allSatisfy(one -> assertThat(one).doesNotContain(email));
        assertThat(String.join(" ", noted)).contains("\"format\":\"json\"", "\"format\":\"csv\"");
    }

    @Test
    void isForThoseWhoManageAProgramOfThePerson() {
        for (var format : List.of("json", "csv")) {
            var uri = "/people/%d/data.%s".formatted(ada, format);
            assertThat(desk.get(SignedIn.viewerOf(a.key()), uri)).hasStatus(403);
            assertThat(desk.get(SignedIn.approver(), uri)).hasStatus(403);
            assertThat(desk.get(SignedIn.managerOf(fixture.program(null).key()), uri))
                    .hasStatus(404);
        }
    }
}
