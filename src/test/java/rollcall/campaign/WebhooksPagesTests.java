package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.testing.SignedIn;

abstract class WebhooksPagesTests {

    private static final String ADDRESS = "https://hooks.example.org/rollcall";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Cookie session;
    private String name;

    @BeforeEach
    void begin() {
        session = mvc.get()
                .uri("/admin/webhooks")
                .with(SignedIn.administrator())
                .exchange()
                .getRequest()
                .getCookies()[0];
        name = "Sales " + UUID.randomUUID();
    }

    private MvcTestResult add(String named, String address) {
        return mvc.post()
                .uri("/admin/webhooks")
                .cookie(session)
                .with(csrf())
                .param("name", named)
                .param("address", address)
                .exchange();
    }

    private Document list() throws Exception {
        return page(mvc.get().uri("/admin/webhooks").cookie(session).exchange());
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void oneThatIsAddedShowsItsKeyOnceAndKeepsItSealed() throws Exception {
        var added = add(name, ADDRESS);
        assertThat(added).hasStatus(303).hasRedirectedUrl("/admin/webhooks");

        var shown = list();
        var key = shown.select("#webhook-key").text();
        assertThat(key).matches("[A-Za-z0-9_-]{43}");
        assertThat(shown.select("tr[data-webhook-id] bdi").eachText()).contains(name, ADDRESS);
        var kept = jdbc.sql("select sealed_key from webhook where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(key);

        assertThat(list().select("#webhook-key")).isEmpty();
        assertThat(add(name, ADDRESS)).hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource({
        "'',    https://hooks.example.org/",
        "Name,  ''",
        "Name,  http://hooks.example.org/",
        "Name,  https://localhost/",
        "Name,  https://127.0.0.1:8080/",
        "Name,  https://[::1]/",
        "Name,  https://10.0.0.7/hook",
        "Name,  file:///etc/passwd"
    })
    void whatIsWrongIsSaidAndNothingIsKept(String named, String address) throws Exception {
        var answer = add(named.isEmpty() ? "" : name, address);
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select(".invalid").eachText()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from webhook where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void oneThatIsArchivedStaysInTheList() throws Exception {
        add(name, ADDRESS);
        var id = jdbc.sql("select id from webhook where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
        var archived = mvc.post()
                .uri("/admin/webhooks/{id}/archive", id)
                .cookie(session)
                .with(csrf())
                .exchange();
        assertThat(archived).hasStatus(303);
        var row = list().select("tr[data-webhook-id=%d]".formatted(id));
        assertThat(row.text()).contains(name, "Archived");
        assertThat(row.select("button")).isEmpty();
    }
}
