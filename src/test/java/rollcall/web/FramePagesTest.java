package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.TransactionSystemException;
import rollcall.account.Me;
import rollcall.program.StatusCode;
import rollcall.testing.OnH2;
import rollcall.testing.SignedIn;

@OnH2
class FramePagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Outages outages;

    @Autowired
    UploadLimit uploads;

    @Autowired
    UploadRoom room;

    @Autowired
    ServletContext context;

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Document help(RequestPostProcessor... who) {
        var request = mvc.get().uri("/help?x=1");
        for (var one : who) {
            request.with(one);
        }
        var result = request.exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(text(result));
    }

    @Test
    void theFrameIsThereForThoseWhoHaveNotSignedIn() {
        var page = help();
        assertThat(page.title()).isEqualTo("Help – Rollcall");
        assertThat(page.select("#flash[role=status], #alert[role=alert]")).hasSize(2);
        assertThat(page.select(".skip-link").attr("href")).isEqualTo("#main");
        assertThat(page.select(".top-nav a")).isEmpty();
        assertThat(page.select(".languages button").eachText()).containsExactly("English", "Svenska");
    }

    @Test
    void navigationDependsOnWhoReads() {
        assertThat(help(SignedIn.viewer()).select(".top-nav a").eachText()).containsExactly("Programs", "People");
        assertThat(help(SignedIn.administrator()).select(".top-nav a").eachText().stream()
                        .map(text -> text.replaceAll(", \\d+\\+?$", ""))) // so many wait
                .containsExactly(
                        "Programs",
                        "Approvals",
                        "People",
                        "Mail",
                        "Users",
                        "Refreshes",
                        "Connections",
                        "Webhooks",
                        "Audit",
                        "Checks",
                        "Simulator");
    }

    @Test
    void helpSaysWhatEachStatusDoesAndLeadsToEachPart() {
        var page = help(SignedIn.viewer());
        assertThat(page.select(".help-statuses .status").eachAttr("data-status"))
                .containsExactlyElementsOf(
                        Stream.of(StatusCode.values()).map(Enum::name).toList());
        assertThat(page.select(".help-statuses dd").eachText())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .contains("Waits for a free seat.");
        var parts = page.select(".help section").eachAttr("id").stream()
                .map(id -> "/help#" + id)
                .toList();
        assertThat(page.select("main .help-contents a").eachAttr("href")).isEqualTo(parts);
        assertThat(page.select("dialog .help-contents a").eachAttr("href")).isEqualTo(parts);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("main").text()).doesNotContain("??");
    }

    @Test
    void htmxSendsTheTokenAndKeepsNothing() {
        var page = help(SignedIn.viewer());
        assertThat(page.body().attr("hx-headers")).contains("X-CSRF-TOKEN");
        assertThat(page.select("meta[name=htmx-config]").attr("content"))
                .contains("\"historyCacheSize\":0", "\"allowEval\":false", "\"409|422\",\"swap\":true");
    }

    @Test
    void noPageHasScriptsOrStylesOfItsOwn() throws IOException {
        var inline =
                Pattern.compile("<style|<script(?![^>]*src)|\\sstyle=|\\son[a-z]+=|th:utext", Pattern.CASE_INSENSITIVE);
        try (var pages = Files.walk(Path.of("templates"))) {
            assertThat(pages.filter(Files::isRegularFile))
                    .allSatisfy(page -> assertThat(Files.readString(page)).doesNotContainPattern(inline));
        }
    }

    @Test
    void everythingThatAPageIsMadeOfIsServed() throws IOException {
        for (var address : help().select("link[href], script[src]")) {
            var file = address.hasAttr("href") ? address.attr("href") : address.attr("src");
            assertThat(mvc.get().uri(file)).as(file).hasStatusOk();
        }
        assertThat(mvc.get().uri("/img/icons.svg")).hasStatusOk();
        assertThat(mvc.get().uri("/favicon.ico")).hasStatusOk();
    }

    @Test
    void everyIconThatAPageNamesIsDrawn() throws IOException {
        var sprite = Files.readString(Path.of("static/img/icons.svg"));
        try (var pages = Files.walk(Path.of("templates"))) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                Pattern.compile("icon(?:\\(|=)'([a-z-]+)'")
                        .matcher(Files.readString(page))
                        .results()
                        .forEach(found ->
                                assertThat(sprite).as(page.toString()).contains("id=\"" + found.group(1) + "\""));
            }
        }
    }

    @Test
    void lightOrDarkIsKeptInACookieAndWrittenByTheServer() {
        var chosen = mvc.post()
                .uri("/theme")
                .with(csrf())
                .param("theme", "dark")
                .param("back", "/help?x=1")
                .exchange();
        assertThat(chosen).hasStatus(303).hasRedirectedUrl("/help?x=1");
        assertThat(chosen.getResponse().getHeader("Set-Cookie"))
                .startsWith("theme=dark;")
                .contains("HttpOnly", "SameSite=Lax");

        var dark = mvc.get().uri("/help").cookie(new Cookie("theme", "dark")).exchange();
        assertThat(Jsoup.parse(text(dark)).select("html").attr("data-bs-theme")).isEqualTo("dark");
        assertThat(help().select("html").hasAttr("data-bs-theme")).isFalse();

        var forged =
                mvc.get().uri("/help").cookie(new Cookie("theme", "\"><x>")).exchange();
        assertThat(text(forged)).doesNotContain("<x>");
    }

    @Test
    void whoeverHasNotSignedInChoosesALanguageForThisBrowser() {
        var chosen = mvc.post()
                .uri("/language")
                .with(csrf())
                .param("language", "sv")
                .param("back", "//evil.example")
                .exchange();
        assertThat(chosen).hasStatus(303).hasRedirectedUrl("/");
        var swedish =
                mvc.get().uri("/help").cookie(chosen.getResponse().getCookies()).exchange();
        assertThat(Jsoup.parse(text(swedish)).title()).isEqualTo("Hjälp – Rollcall");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 429, 500, 503, 418, 507})
    void everyErrorHasAPageInTheFrameAndANoteForHtmx(int status) {
        var page = mvc.get()
                .uri("/error")
                .with(SignedIn.viewer())
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .exchange();
        assertThat(page).hasStatus(status);
        var document = Jsoup.parse(text(page));
        assertThat(document.select("header.top")).hasSize(1);
        assertThat(document.select("main h1").text()).isNotEmpty().doesNotContain("??");
        assertThat(document.select("#request-id").text())
                .isEqualTo(page.getResponse().getHeader("X-Request-Id"))
                .hasSize(12);

        var note = mvc.get()
                .uri("/error")
                .with(SignedIn.viewer())
                .header("HX-Request", "true")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .exchange();
        assertThat(note).hasStatus(status).headers().hasValue("HX-Retarget", "#alert");
        assertThat(text(note)).startsWith("<div class=\"note\"").doesNotContain("<html");
    }

    @Test
    void addressesThatDoNotExistAndVerbsThatDoNotFitAreTold() {
        var who = SignedIn.viewer();
        assertThat(mvc.get().uri("/nowhere").with(who)).hasStatus(404);
        var refused = mvc.delete().uri("/help").with(who).with(csrf()).exchange();
        assertThat(refused).hasStatus(405).headers().hasValue("Allow", "GET");
    }

    @Test
    void withoutItsDatabaseRollcallSaysSoAtOnceAndAsksForNoSession() throws Exception {
        var request = new MockHttpServletRequest(context, "POST", "/programs");
        request.setAttribute("frame", new Frame("0123456789ab", "/assets/1", null, "/programs", "", false));
        request.setAttribute("_csrf", new Object()); // a page that asked it for a token would fail
        var response = new MockHttpServletResponse();
        outages.doFilter(request, response, (in, out) -> {
            throw new CannotGetJdbcConnectionException("", new SQLTransientConnectionException("timed out"));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(Jsoup.parse(response.getContentAsString()).select("main").text())
                .contains("Nothing was saved. Your text is still here", "0123456789ab");
    }

    /** A page that was half written when the database went leaves behind what it had got, and what would ask once more. */
    @Test
    void thePageThatTellsOfAnOutageAsksTheDatabaseForNothing() throws Exception {
        var request = new MockHttpServletRequest(context, "GET", "/programs");
        request.setAttribute("me", new Me("Ada", true, true, "", true));
        for (var asking : List.of("waitingForMe", "barredConnections", "jobNotices", "sessionSeconds")) {
            request.setAttribute(asking, new Object()); // asked for anything it would fail
        }
        var response = outage(request);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(Jsoup.parse(response.getContentAsString()).select("main h1").text())
                .isEqualTo("Rollcall cannot reach its database");
    }

    @Test
    void anOutageWhileAnErrorPageIsWrittenIsToldAsAnyOther() throws Exception {
        var request = new MockHttpServletRequest(context, "GET", "/error");
        request.setDispatcherType(DispatcherType.ERROR);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/nowhere");
        assertThat(outage(request).getStatus()).isEqualTo(503);
    }

    private MockHttpServletResponse outage(MockHttpServletRequest request) throws ServletException, IOException {
        request.setAttribute("frame", new Frame("0123456789ab", "/assets/1", null, "/programs", "", true));
        var response = new MockHttpServletResponse();
        outages.doFilter(request, response, (in, out) -> {
            throw new CannotGetJdbcConnectionException("", new SQLTransientConnectionException("timed out"));
        });
        return response;
    }

    @Test
    void anOutageIsFoundBehindATransactionThatCouldNotBeRolledBack() {
        var lost = new TransactionSystemException("rolling back", new SQLException("closed"));
        assertThat(DatabaseAway.cause(new ServletException(lost))).isEmpty();
        var gone = new SQLException("terminating", "57P01");
        lost.initApplicationException(gone);
        assertThat(DatabaseAway.cause(new ServletException(lost))).contains(gone);
    }

    @Test
    void aFormThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        var request = new MockHttpServletRequest("POST", "/programs/1/imports") {
            @Override
            public long getContentLengthLong() {
                return 60L * 1024 * 1024;
            }
        };
        var response = new MockHttpServletResponse();
        uploads.doFilter(request, response, (in, out) -> {
            throw new IllegalStateException("was read");
        });
        assertThat(response.getStatus()).isEqualTo(413);
    }

    @Test
    void aFileThatFindsNoRoomIsToldBeforeItsFormIsLost() throws Exception {
        var full = arriving(new IOException("upload.tmp: No space left on device"));
        assertThat(full.getStatus()).isEqualTo(507);
        var wrapped = arriving(new ServletException(new IOException("File too large")));
        assertThat(wrapped.getStatus()).isEqualTo(507);
        var aborted = arriving(new IOException("Connection reset by peer"));
        assertThat(aborted.getStatus()).as("read on, as before").isEqualTo(200);
        assertThat(Jsoup.parse(text(mvc.get()
                                .uri("/error")
                                .with(SignedIn.viewer())
                                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 507)
                                .exchange()))
                        .select("main")
                        .text())
                .contains("There is no room for this file", "Nothing of it was kept, and nothing was changed.");
    }

    private MockHttpServletResponse arriving(Exception failure) throws Exception {
        var request = new MockHttpServletRequest("POST", "/programs/1/imports") {
            @Override
            public Collection<Part> getParts() throws IOException, ServletException {
                if (failure instanceof IOException broken) {
                    throw broken;
                }
                throw (ServletException) failure;
            }
        };
        request.setContentType("multipart/form-data; boundary=b");
        var response = new MockHttpServletResponse();
        room.doFilter(request, response, (in, out) -> {});
        return response;
    }
}
