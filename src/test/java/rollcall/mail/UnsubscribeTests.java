package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;

/** The page behind the link that every mail has that advertises. */
abstract class UnsubscribeTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    UnsubscribeLinks links;

    @Autowired
    People people;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    long person;
    String link;

    @BeforeEach
    void begin() {
        post.clear();
        var details =
                new PersonDetails("Ada.%s@example.org".formatted(System.nanoTime()), "", "", "", "", "", "", "sv", "");
        person = people.bring(List.of(details), Known.LEAVE).getFirst();
        link = links.of(person);
    }

    @AfterEach
    void end() {
        post.clear();
    }

    private Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private String state(MvcTestResult answer) {
        return page(answer).expectFirst(".door").attr("data-state");
    }

    private List<String> listed() {
        return jdbc.sql("select reason || ' ' || person_id from suppression")
                .query(String.class)
                .list();
    }

    @Test
    void readingChangesNothingHoweverOftenAScannerDoes() {
        for (int n = 0; n < 3; n++) {
            var answer = mvc.get().uri(link).exchange();
            assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
            assertThat(state(answer)).isEqualTo("on");
        }
        assertThat(mvc.head().uri(link)).hasStatusOk();
        assertThat(listed()).isEmpty();
    }

    @Test
    void theFormUnsubscribesAndSubscribesAgain() {
        var page = page(mvc.get().uri(link).exchange());
        assertThat(page.html()).contains("A***@example.org").doesNotContain("Ada.");
        assertThat(page.expectFirst("html").attr("lang"))
                .as("the person's language")
                .isEqualTo("sv");
        assertThat(page.select("form[action=" + link + "] button").text()).isEqualTo("Avböj reklam");

        assertThat(state(mvc.post().uri(link).exchange())).isEqualTo("off");
        assertThat(listed()).containsExactly("UNSUBSCRIBED " + person);
        assertThat(state(mvc.post().uri(link).exchange())).as("again").isEqualTo("off");
        assertThat(listed()).hasSize(1);
        assertThat(state(mvc.get().uri(link).exchange())).isEqualTo("off");

        assertThat(state(mvc.post().uri(link + "/subscription").exchange())).isEqualTo("again");
        assertThat(listed()).isEmpty();
        assertThat(jdbc.sql("select kind from audit_entry where actor_key = :actor order by id")
                        .param("actor", "person:" + person)
                        .query(String.class)
                        .list())
                .containsExactly("UNSUBSCRIBED", "SUBSCRIBED_AGAIN");
    }

    /** RFC 8058: no cookie, no token, and an answer that leads nowhere else. */
    @Test
    void oneClickOfAMailProgramIsEnough() {
        var answer = mvc.post()
                .uri(link)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("List-Unsubscribe=One-Click")
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(listed()).containsExactly("UNSUBSCRIBED " + person);
    }

    @Test
    void aLinkThatWasMadeUpLeadsNowhere() {
        var other = links.of(person + 1);
        var signature = other.substring(other.indexOf('.'));
        for (var wrong : List.of(
                "/u/" + Long.toString(person, 36) + signature,
                link.substring(0, link.length() - 1),
                "/u/preview",
                links.of(Long.MAX_VALUE))) {
            var answer = mvc.get().uri(wrong).exchange();
            assertThat(answer).hasStatus(404);
            assertThat(state(answer)).isEqualTo("nobody");
            assertThat(mvc.post().uri(wrong)).hasStatus(404);
        }
        assertThat(listed()).isEmpty();
    }
}
