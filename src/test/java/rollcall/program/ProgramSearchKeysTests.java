package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class ProgramSearchKeysTests {

    @Autowired
    Programs programs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void programsFromBeforeAreGivenWhatASearchLooksIn() throws SQLException {
        var names = List.of("Ökonomie  et École", "100% sure", "ﷺ".repeat(200));
        var ids = names.stream().map(this::programFromBefore).toList();

        try (var connection = database.getConnection()) {
            ProgramSearchKeys.fill(connection);
        }

        assertThat(ids.stream().map(this::keyOf).toList())
                .isEqualTo(names.stream().map(Program::searchKey).toList());
        assertThat(keyOf(ids.getFirst())).isEqualTo("okonomie et ecole");
    }

    private long programFromBefore(String name) {
        var program = programs.create(Actor.SYSTEM, Plans.limited(name, null));
        jdbc.sql("update program set name_key = '' where id = :id")
                .param("id", program.key())
                .update();
        return program.key();
    }

    private String keyOf(long id) {
        return jdbc.sql("select name_key from program where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
