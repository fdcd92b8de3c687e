package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.member.MembersFixture;
import rollcall.transfer.ImportsFixture;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class ImportInvariantTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inspection inspection;

    @Autowired
    private MembersFixture members;

    @Autowired
    private ImportsFixture imports;

    @Autowired
    private TransactionTemplate transaction;

    private long imported;

    @BeforeEach
    void begin() {
        imported = imports.imported(members.program(null), "email\ninvariant@example.org\nnobody\nnobody else\n");
    }

    @Test
    void whatAnImportWritesBreaksNothing() {
        assertThat(breaches()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        created, updated, left  | update member_import set created = created + 1, expected_created = expected_created + 1 where id = :import
        did not come to every   | update member_import set expected_unchanged = 7 where id = :import
        kept other rows         | delete from import_row where import_id = :import and line = 3
        did not end together    | update member_import set ended_at = null where id = :import
        did not end together    | update member_import set end_state = 'FAILED' where id = :import
        still has its file      | update member_import set stored_name = 'x.csv' where id = :import
        """)
    void aPlantedBreakIsFound(String breach, String statement) {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            assertThat(jdbc.sql(statement).param("import", imported).update()).isEqualTo(1);
            assertThat(breaches()).singleElement().asString().contains(breach);
        });
    }

    private List<String> breaches() {
        return Inspected.breachesOf(inspection, imported).stream()
                .filter(breach -> breach.contains("import"))
                .toList();
    }
}
