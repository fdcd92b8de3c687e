package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

class OperationsPortTest {

    @TempDir
    Path folder;

    /** Its threads would keep the process alive, and its port from the next one. */
    @Test
    void isClosedAgainWhenThePassCannotBeLeft() throws IOException {
        var number = freePort();
        var data = Files.writeString(folder.resolve("data"), "no folder");

        var port = started(number, data, "jdbc:h2:file:" + data);

        assertThat(port.isRunning()).isFalse();
        assertThatCode(() -> new ServerSocket(number, 1, InetAddress.getLoopbackAddress()).close())
                .doesNotThrowAnyException();
    }

    /** Nodes share that folder, and the last one's pass would count. */
    @Test
    void onPostgresNoPassIsLeft() throws IOException {
        var port = started(0, folder, "jdbc:postgresql://localhost/rollcall");
        try {
            assertThat(port.isRunning()).isTrue();
            assertThat(folder).isEmptyDirectory();
        } finally {
            port.stop();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static OperationsPort started(int number, Path data, String url) {
        var settings = new MockEnvironment()
                .withProperty("rollcall.data", data.toString())
                .withProperty("spring.datasource.url", url);
        var noRegistry = new StaticListableBeanFactory().getBeanProvider(PrometheusMeterRegistry.class);
        var backups = new Backups(new JdbcTemplate(), data, Clock.systemUTC());
        var port = new OperationsPort(noRegistry, backups, "127.0.0.1", number, settings);
        port.start();
        return port;
    }
}
