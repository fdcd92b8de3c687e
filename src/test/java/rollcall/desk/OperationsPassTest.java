package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsPassTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "192.0.2.7, 192.0.2.7",
        "0.0.0.0, 127.0.0.1",
        "::, 127.0.0.1",
        "::1, [0:0:0:0:0:0:0:1]"
    })
    void saysWhereThePortCanBeReached(String openAt, String host) throws IOException {
        OperationsPass.leave(data, new InetSocketAddress(openAt, 8081));

        var found = OperationsPass.find(data).orElseThrow();

        assertThat(found.port()).isEqualTo(host + ":8081");
        assertThat(URI.create("http://" + found.port() + "/backups"))
                .hasHost(host)
                .hasPort(8081);
    }
}
