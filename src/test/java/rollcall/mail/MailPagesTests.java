package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.mail.Rendering.Outcome;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.web.Flash;

abstract class MailPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Post post;

    @Autowired
    MembersFixture fixture;

    @Autowired
    MailDesk desk;

    @Autowired
    JdbcClient jdbc;

    Program program;

    @BeforeEach
    void begin() {
        post.clear();
        program = fixture.program(null);
    }

    @AfterEach
    void end() {
        post.clear();
    }

    private MvcTestResult get(RequestPostProcessor who, String address) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private Document page(RequestPostProcessor who, String address) {
        var answer = get(who, address);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult send(RequestPostProcessor who, String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(who);
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return request.exchange();
    }

    private static String said(MvcTestResult answer) {
        var map = answer.getMvcResult().getFlashMap();
        var flash = (Flash) (map.get("problem") == null ? map.get("flash") : map.get("problem"));
        return flash.message();
    }

    private void become(long letter, String state, String settled) {
        jdbc.sql("update letter set state = :state, tries = 1, due_at = null, settled_at = current_timestamp,"
                        + " failure = :failure where id = :id")
                .param("state", state)
                .param("failure", settled)
                .param("id", letter)
                .update();
    }

    @Test
    void lettersAreListedWithWhatBecameOfThem() {
        var ids = post.letters(program, 3);
        become(ids.get(0), "FAILED", "mail.trouble.broken");
        become(ids.get(1), "SENT", null);
        jdbc.sql("update letter set maybe_twice = true where id = :id")
                .param("id", ids.get(1))
                .update();

        var page = page(SignedIn.manager(), "/letters");
        assertThat(page.select("tr[data-letter-id]").eachAttr("data-state"))
                .containsExactly("WAITING", "SENT", "FAILED");
        assertThat(page.expectFirst("tr[data-state=FAILED]").text()).contains("It could not be written.");
        assertThat(page.expectFirst("tr[data-state=SENT]").text()).contains("Maybe twice");
        assertThat(page.select("#letter-counts li").eachText()).containsExactly("1 Waiting", "1 Sent", "1 Failed");
        assertThat(page.expectFirst("#mail-stays").text()).contains("nothing leaves this machine");
        assertThat(page.select("#mail-stays a").eachAttr("href")).containsExactly("/mailbox");
        assertThat(page(SignedIn.manager(), "/mailbox").select("#mail-stays a"))
                .as("the mailbox does not lead to itself")
                .isEmpty();
        assertThat(page.select("form[action=/letters/pause]"))
                .as("not for a manager")
                .isEmpty();

        var twice = page(SignedIn.manager(), "/letters?twice=true");
        assertThat(twice.select("tr[data-letter-id]").eachAttr("data-letter-id"))
                .containsExactly("" + ids.get(1));
        assertThat(page(SignedIn.manager(), "/letters?state=FAILED&program=" + program.key())
                        .select("tr[data-letter-id]"))
                .hasSize(1);
    }

    @Test
    void aManagerSeesOnlyTheirPrograms() {
        var mine = post.letters(program, 1).getFirst();
        var other = post.letters(fixture.program(null), 1).getFirst();
        var manager = SignedIn.managerOf(program.key());

        assertThat(page(manager, "/letters").select("tr[data-letter-id]").eachAttr("data-letter-id"))
                .containsExactly("" + mine);
        assertThat(get(manager, "/letters?program=" + (program.key() + 1))).hasStatus(404);
        assertThat(send(manager, "/letters/%d/cancellation".formatted(other))).hasStatus(404);
        assertThat(send(manager, "/letters/cancellations")).hasStatus(403);
        assertThat(post.states()).containsExactly("WAITING 2");
        assertThat(said(send(manager, "/letters/cancellations", "program", "" + program.key())))
                .isEqualTo("mail.letters.cancelled");
        assertThat(post.stateOf(mine)).isEqualTo("CANCELLED");
        assertThat(get(SignedIn.viewer(), "/letters")).hasStatus(403);
        assertThat(page(SignedIn.viewer(), "/programs").select(".top-nav a[href=/letters]"))
                .isEmpty();
        assertThat(page(manager, "/programs").select(".top-nav a[href=/letters]"))
                .hasSize(1);
    }

    @Test
    void oneIsTakenBackAndOneTriedAgain() {
        var ids = post.letters(program, 2);
        become(ids.get(1), "FAILED", "mail.trouble.broken");
        assertThat(said(send(SignedIn.manager(), "/letters/%d/cancellation".formatted(ids.get(0)))))
                .isEqualTo("mail.letters.cancelled-one");
        assertThat(said(send(SignedIn.manager(), "/letters/%d/cancellation".formatted(ids.get(0)))))
                .isEqualTo("mail.letters.settled-already");
        assertThat(said(send(SignedIn.manager(), "/letters/%d/retry".formatted(ids.get(1)))))
                .isEqualTo("mail.letters.again-one");
        assertThat(ids).extracting(post::stateOf).containsExactly("CANCELLED", "WAITING");
        become(ids.get(1), "FAILED", "mail.trouble.broken");
        assertThat(said(send(SignedIn.administrator(), "/letters/retries"))).isEqualTo("mail.letters.again");
        assertThat(post.stateOf(ids.get(1))).isEqualTo("WAITING");
    }

    @Test
    void administratorsPauseLimitAndHoldNothing() {
        var administrator = SignedIn.administrator();
        assertThat(send(SignedIn.manager(), "/letters/pause")).hasStatus(403);
        assertThat(said(send(administrator, "/letters/pause"))).isEqualTo("mail.desk.paused-now");
        assertThat(page(administrator, "/letters").expectFirst("#desk-state").text())
                .startsWith("Paused user-administrator");
        assertThat(page(administrator, "/mailbox").select("#mail-paused")).hasSize(1);
        send(administrator, "/letters/pause/removal");
        assertThat(desk.get().paused()).isFalse();

        assertThat(said(send(administrator, "/letters/rate", "perMinute", "0"))).isEqualTo("mail.desk.rate.wrong");
        assertThat(said(send(administrator, "/letters/rate", "perMinute", "120")))
                .isEqualTo("mail.desk.rate.set");
        assertThat(page(administrator, "/letters").expectFirst("#desk-rate").text())
                .isEqualTo("120 a minute");
        send(administrator, "/letters/rate", "perMinute", "");
        assertThat(desk.get().perMinute()).isNull();

        desk.hold(Trouble.of("mail.trouble.not-let-in", "535 5.7.8 no"));
        assertThat(page(administrator, "/letters").expectFirst("#desk-state").text())
                .startsWith("Held The mail server does not let us in: 535 5.7.8 no");
        send(administrator, "/letters/tries");
        assertThat(jdbc.sql("select distinct kind from audit_entry where kind like 'MAIL%' order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("MAIL_PAUSED", "MAIL_RATE_SET", "MAIL_RESUMED");
    }

    @Test
    void theMailboxShowsALetterAsItsRecipientWouldSeeIt() {
        post.script = letter -> new Outcome.Said(
                new Rendered(
                        "Hello <b>",
                        "<html><head><title>x</title></head><body style=\"color:red\"><script>x</script><a"
                                + " href=\"https://example.org/go/x\">Join</a></body></html>",
                        "Hello in text",
                        "BEGIN:VCALENDAR",
                        "PUBLISH"),
                "ada@example.org",
                "Ada <i>");
        var id = post.letters(program, 1).getFirst();
        post.sender(0).send();

        var list = page(SignedIn.managerOf(program.key()), "/mailbox?q=hello&program=" + program.key());
        assertThat(list.select("tr[data-letter-id]").eachText().getFirst())
                .startsWith("Hello <b>")
                .contains("Ada <i>");
        assertThat(page(SignedIn.manager(), "/mailbox?q=%25").select("tr[data-letter-id]"))
                .isEmpty();

        var page = page(SignedIn.manager(), "/mailbox/" + id);
        var frame = page.expectFirst("iframe");
        assertThat(frame.attr("sandbox")).isEqualTo("allow-popups allow-popups-to-escape-sandbox");
        assertThat(page.select("script:not([src])")).isEmpty();
        var body = get(SignedIn.manager(), frame.attr("src"));
        assertThat(body.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'unsafe-inline';")
                .contains("frame-ancestors 'self'")
                .contains("sandbox allow-popups")
                .doesNotContain("allow-scripts");
        assertThat(new String(body.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("<base target=\"_blank\">")
                .contains("https://example.org/go/x");
        assertThat(page(SignedIn.manager(), "/mailbox/%d?show=text".formatted(id))
                        .expectFirst("pre")
                        .text())
                .isEqualTo("Hello in text");
        assertThat(get(SignedIn.manager(), "/mailbox/%d/event.ics".formatted(id)))
                .hasStatusOk()
                .hasBodyTextEqualTo("BEGIN:VCALENDAR");
        assertThat(get(SignedIn.managerOf(fixture.program(null).key()), "/mailbox/%d/body".formatted(id)))
                .hasStatus(404);
    }

    @Test
    void theListOfThoseWhoGetNoMailIsKeptByAdministrators() {
        assertThat(get(SignedIn.managerOf(program.key()), "/letters/suppressions"))
                .hasStatus(403);
        assertThat(send(SignedIn.manager(), "/letters/suppressions", "email", "a@example.org", "words", "x"))
                .hasStatus(403);
        var administrator = SignedIn.administrator();
        assertThat(send(administrator, "/letters/suppressions", "email", "no address", "words", ""))
                .hasStatus(422);
        assertThat(said(send(
                        administrator, "/letters/suppressions", "email", "Ada@Example.org", "words", "asked by phone")))
                .isEqualTo("mail.suppressions.added");
        assertThat(said(send(administrator, "/letters/suppressions", "email", "ada@example.org", "words", "again")))
                .isEqualTo("mail.suppressions.there");

        var page = page(SignedIn.manager(), "/letters/suppressions?q=ADA");
        var row = page.expectFirst("tr[data-reason=BLOCKED]");
        assertThat(row.text())
                .contains("Ada@Example.org")
                .contains("asked by phone")
                .contains("user-administrator");
        assertThat(page.select("form[action$=removal]")).as("not for a manager").isEmpty();
        assertThat(said(send(
                        administrator, "/letters/suppressions/%s/removal".formatted(row.attr("data-suppression-id")))))
                .isEqualTo("mail.suppressions.removed");
        assertThat(page(administrator, "/letters/suppressions").select("tr[data-reason]"))
                .isEmpty();
    }

    @Test
    void theMemberAndThePersonShowWhatBecameOfTheirMail() {
        var id = post.letters(program, 1).getFirst();
        var address = post.addressOf(id);
        jdbc.sql("""
            update letter set state = 'BOUNCED', due_at = null, settled_at = current_timestamp,
                failure = 'mail.trouble.no-recipient', words = '550 unknown'
            where id = :id\
            """).param("id", id).update();
        jdbc.sql("""
            insert into suppression (email_key, reason, email, words, bounces, actor_key, actor_name, since)
            values (:address, 'BOUNCED', :address, '550 unknown', 1, 'system', 'Rollcall', current_timestamp)\
            """).param("address", address).update();
        var ids = jdbc.sql("select member_id, person_id from letter where id = :id")
                .param("id", id)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();

        var member = page(SignedIn.viewer(), "/programs/%d/members/%d".formatted(program.key(), ids.get(0)));
        assertThat(member.select(".timeline").text())
                .contains("Mail “A letter” bounced.")
                .contains("550 unknown");
        assertThat(member.select(".facts .label[data-kind=bad]").text()).isEqualTo("mail bounced");
        var person = page(SignedIn.viewer(), "/people/" + ids.get(1));
        assertThat(person.select(".facts .label[data-kind=bad]").text()).isEqualTo("mail bounced");
    }

    @Test
    void threeLettersTakeAsManyQueriesAsOne() {
        post.letters(program, 1);
        page(SignedIn.manager(), "/letters");
        var one = Queries.of(() -> page(SignedIn.manager(), "/letters")).size();
        post.letters(program, 3);
        assertThat(Queries.of(() -> page(SignedIn.manager(), "/letters"))).hasSize(one);
    }

    @Test
    void pagesGoByKeyInBothDirections() {
        var ids = post.letters(program, 120);
        var first = page(SignedIn.manager(), "/letters");
        assertThat(numbers(first)).isEqualTo(ids.subList(70, 120).reversed());
        var second = page(SignedIn.manager(), first.expectFirst("#pager-next").attr("href"));
        assertThat(numbers(second)).isEqualTo(ids.subList(20, 70).reversed());
        var third = page(SignedIn.manager(), second.expectFirst("#pager-next").attr("href"));
        assertThat(numbers(third)).isEqualTo(ids.subList(0, 20).reversed());
        assertThat(third.select("#pager-next")).isEmpty();
        var back = page(SignedIn.manager(), third.expectFirst("#pager-previous").attr("href"));
        assertThat(numbers(back)).isEqualTo(ids.subList(20, 70).reversed());
        assertThat(back.select("#pager-previous, #pager-next")).hasSize(2);
    }

    private static List<Long> numbers(Document page) {
        return page.select("tr[data-letter-id]").eachAttr("data-letter-id").stream()
                .map(Long::valueOf)
                .toList();
    }
}
