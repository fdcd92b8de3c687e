package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresToolsTest {

    @Test
    void theToolsAreToldWhatTheDriverIs() throws IOException {
        var tools = tools(
                "jdbc:postgresql://db.example.org:6432/rollcall?user=keeper&password=a%26b%3Dc&sslmode=verify-full"
                        + "&sslrootcert=/etc/ca.pem&sslcert=/etc/own.pem&sslkey=/etc/own.key&socketTimeout=30");

        assertThat(tools.address()).isEqualTo("postgresql://db.example.org:6432/rollcall");
        assertThat(tools.environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PGUSER", "keeper",
                        "PGPASSWORD", "a&b=c",
                        "PGSSLMODE", "verify-full",
                        "PGSSLROOTCERT", "/etc/ca.pem",
                        "PGSSLCERT", "/etc/own.pem",
                        "PGSSLKEY", "/etc/own.key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://localhost/rollcall", "jdbc:postgresql://localhost/rollcall?loginTimeout=5"})
    void whatTheUrlDoesNotSayIsTakenFromTheSettingsBesideIt(String url) {
        assertThat(tools(url).environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of("PGUSER", "rollcall", "PGPASSWORD", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql:rollcall", "jdbc:postgresql:/", "jdbc:postgresql:rollcall?password=secret"})
    void aUrlThatNamesNoServerIsRefusedInOneSentence(String url) {
        assertThatThrownBy(() -> tools(url).address())
                .isInstanceOf(IOException.class)
                .hasMessage("ROLLCALL_DATABASE_URL must begin with jdbc:postgresql:// and the name of the server.");
    }

    private static PostgresTools tools(String url) {
        return new PostgresTools(new BackupSettings(Path.of("data"), url, "rollcall", "secret"));
    }
}
