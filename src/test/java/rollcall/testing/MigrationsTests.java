package rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class MigrationsTests {

    @Autowired
    Flyway flyway;

    @Autowired
    DataSource database;

    abstract String product();

    @Test
    void allHaveRunOnTheDatabaseThatIsMeant() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product());
        }
        assertThat(flyway.info().pending()).isEmpty();
    }
}
