package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.desk.PeopleDesk.text;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.member.Newcomer;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
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
