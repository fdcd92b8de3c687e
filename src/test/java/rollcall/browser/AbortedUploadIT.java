package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.program.Program;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

/** A browser that goes away in the middle of an upload leaves nothing behind. */
@InBrowser
class AbortedUploadIT {

    private static final int HALF = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    Backstage backstage;

    @Autowired
    ServletContext servlet;

    @Autowired
    JdbcClient jdbc;

    @Value("${rollcall.data}")
    Path folder;

    @Test
    void halfAFileIsNoFile(Browser browser) throws IOException {
        var program = backstage.program("Spring launch");
        browser.signIn(backstage.managerOf(program));
        browser.open("/programs/%d/imports".formatted(program.key()));
        var filesBefore = files();
        var rowsBefore = rows();

        try (var socket = new Socket("localhost", URI.create(browser.base()).getPort())) {
            socket.getOutputStream().write(head(browser, program).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write("email\n".repeat(HALF / 6).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(files())
                            .as(() -> "files; the server said: " + said(socket))
                            .isNotEqualTo(filesBefore));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(files()).isEqualTo(filesBefore));
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    /** What has come back so far: a request that is refused begins no file. */
    private static String said(Socket socket) {
        try {
            return new String(
                    socket.getInputStream().readNBytes(socket.getInputStream().available()), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    /** Everything of the request up to where the file begins; it promises twice as much as comes. */
    private static String head(Browser browser, Program program) {
        var page = Jsoup.parse(browser.driver().getPageSource());
        return String.join(
                "\r\n",
                "POST /programs/%d/imports HTTP/1.1".formatted(program.key()),
                "Host: localhost",
                "Cookie: ROLLCALL="
                        + browser.driver().manage().getCookieNamed("ROLLCALL").getValue(),
                "X-CSRF-TOKEN: " + page.select("main input[name=_csrf]").val(),
                "Content-Type: multipart/form-data; boundary=b",
                "Content-Length: " + 2 * HALF,
                "",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"guests.csv\"",
                "Content-Type: text/csv",
                "",
                "");
    }

    /** What lies where uploads arrive, and where they are kept. */
    private Set<Path> files() throws IOException {
        var files = new TreeSet<Path>();
        var arriving = ((File) servlet.getAttribute(ServletContext.TEMPDIR)).toPath();
        for (var place : new Path[] {arriving, folder.resolve("uploads")}) {
            if (Files.isDirectory(place)) {
                try (var all = Files.walk(place)) {
                    all.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    private long rows() {
        return jdbc.sql("select count(*) from member_import").query(Long.class).single();
    }
}
