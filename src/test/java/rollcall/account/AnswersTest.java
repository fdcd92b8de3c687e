package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import rollcall.testing.OnH2;
import rollcall.testing.SignedIn;

/** What every answer carries, and what is refused before any page sees it. */
@OnH2
class AnswersTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    /** Pages, parts, files, refusals and errors. */
    static Stream<String> addresses() {
        return Stream.of(
                "GET /login",
                "GET /account",
                "GET /admin/users",
                "GET /no-such-page",
                "GET /css/rollcall.css",
                "GET /webjars/nothing.js",
                "GET /actuator/health",
                "GET /actuator",
                "GET /programs;jsessionid=1",
                "POST /login",
                "POST /theme",
                "POST /logout",
                "DELETE /account",
                "GET /setup/none");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyAnswerCarriesTheHeaders(String address) {
        assertHeaders(ask(address, false));
        assertHeaders(ask(address, true));
    }

    private MockHttpServletResponse ask(String address, boolean signedIn) {
        var words = address.split(" ");
        var request = mvc.method(HttpMethod.valueOf(words[0])).uri(URI.create(words[1]));
        return (signedIn ? request.with(SignedIn.viewer()) : request).exchange().getResponse();
    }

    private static void assertHeaders(MockHttpServletResponse answer) {
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo(SecurityHeaders.CONTENT_SECURITY_POLICY);
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void pagesAreNotKeptByTheBrowserButStylesheetsAre() {
        assertThat(ask("GET /account", true).getHeader(HttpHeaders.CACHE_CONTROL))
                .contains("no-store");
        assertThat(ask("GET /css/rollcall.css", true).getHeader(HttpHeaders.CACHE_CONTROL))
                .isEqualTo("no-cache");
    }

    @Test
    void whatAPageIsMadeOfIsKeptAtAnAddressThatChangesWithIt() throws UnsupportedEncodingException {
        var page = Jsoup.parse(ask("GET /login", false).getContentAsString());
        var parts = page.select("head link[href], head script[src]").stream()
                .map(part -> part.hasAttr("href") ? part.attr("href") : part.attr("src"))
                .toList();

        assertThat(parts).hasSize(5).allSatisfy(part -> {
            assertThat(ask("GET " + part, false))
                    .satisfies(answer -> assertThat(answer.getStatus()).isEqualTo(200))
                    .satisfies(answer -> assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL))
                            .isEqualTo("max-age=31536000, public, immutable"));
        });
    }

    /** As when a page came from a node that is newer. */
    @ParameterizedTest
    @ValueSource(strings = {"/css/rollcall.css", "/webjars/htmx/htmx.min.js"})
    void theAssetsOfAnotherVersionAreOursAndAreNotKept(String path) throws UnsupportedEncodingException {
        var there = ask("GET /assets/another" + path, false);

        assertThat(there.getContentAsString())
                .isNotEmpty()
                .isEqualTo(ask("GET " + path, false).getContentAsString());
        assertThat(there.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets", "/assets/another", "/assets/another/", "/assets/another/nothing.css"})
    void noAssetIsNotFound(String path) {
        assertThat(ask("GET " + path, true).getStatus()).isEqualTo(404);
    }

    @Test
    void aSessionIdHasNoPlaceInAnAddress() {
        assertThat(mvc.get().uri(URI.create("/login;jsessionid=abc"))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void onlyTheHealthOfTheHouseIsPublic() {
        assertThat(mvc.get().uri("/actuator/health"))
                .hasStatusOk()
                .bodyText()
                .contains("\"status\":\"UP\"")
                .doesNotContain("components");
        for (var probe : new String[] {"/liveness", "/readiness"}) {
            assertThat(mvc.get().uri("/actuator/health" + probe))
                    .hasStatusOk()
                    .bodyText()
                    .isEqualTo("{\"status\":\"UP\"}");
        }
        for (var path : new String[] {
            "", "/env", "/health/db", "/health/readiness/db", "/heapdump", "/mappings", "/beans", "/auditevents"
        }) {
            assertThat(mvc.get().uri("/actuator" + path)).hasStatus(HttpStatus.FOUND);
            assertThat(mvc.get().uri("/actuator" + path).with(SignedIn.administrator()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(mvc.get().uri("/h2-console").with(SignedIn.administrator())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(mvc.post().uri("/account").with(SignedIn.viewer())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/account").with(SignedIn.viewer()).with(csrf().useInvalidToken()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/account").with(SignedIn.viewer()).header("HX-Request", "true"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoseSessionHasEndedSignsInAndComesBack() {
        assertThat(mvc.post().uri("/account").header("Referer", "http://localhost/programs/1?q=a"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/login?next=%2Fprograms%2F1%3Fq%3Da");
        assertThat(mvc.get()
                        .uri("/programs/1/members")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "http://localhost/programs/1?q=a"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", "/login?next=%2Fprograms%2F1%3Fq%3Da");
        assertThat(mvc.post()
                        .uri("/programs/1/status-changes")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "http://localhost//evil.example"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", "/login");
    }

    @Test
    void anotherSiteSendsNothingEvenWithAToken() {
        assertThat(mvc.post()
                        .uri("/logout")
                        .with(SignedIn.viewer())
                        .with(csrf())
                        .header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/account").with(SignedIn.viewer()).header("Sec-Fetch-Site", "cross-site"))
                .hasStatusOk();
    }

    @Test
    void eachRefusalStandsInTheAudit() {
        var before = refusals();
        mvc.get().uri("/admin/users").with(SignedIn.viewer()).exchange();
        mvc.post().uri("/account").with(SignedIn.viewer()).exchange();
        assertThat(refusals()).isEqualTo(before + 2);
    }

    private long refusals() {
        return jdbc.sql("select count(*) from audit_entry where kind = 'REFUSED'")
                .query(Long.class)
                .single();
    }

    @Test
    void thePageSpeaksTheLanguageOfTheAccountThenOfTheBrowser() {
        assertThat(mvc.get().uri("/login").header("Accept-Language", "sv-FI,sv;q=0.9"))
                .bodyText()
                .contains("lang=\"sv\"", "Logga in");
        assertThat(mvc.get().uri("/login").header("Accept-Language", "fi"))
                .bodyText()
                .contains("Sign in");
    }
}
