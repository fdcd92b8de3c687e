package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class TraceTest {

    @Test
    void whatADatabaseSaysDoesNotReachTheLog() {
        var failure = new IllegalStateException(
                "outer",
                new DataIntegrityViolationException(
                        "Key (email)=(ada@example.org)", new SQLException("ada@example.org", "23505", 7)));
        assertThat(printed(Trace.of(failure)))
                .doesNotContain("ada@")
                .contains("java.lang.IllegalStateException", "java.sql.SQLException 23505/7", "TraceTest");
    }

    @Test
    void otherFailuresAreLoggedAsTheyAre() {
        var failure = new IllegalStateException("a clue");
        assertThat(Trace.of(failure)).isSameAs(failure);
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
