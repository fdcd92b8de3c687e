package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.mail.Rendering.Outcome;
import rollcall.member.MembersFixture;
import rollcall.testing.OnH2;

/** What a real mail server gets to read. */
@OnH2
class EnvelopesTest {

    @Autowired
    Post post;

    @Autowired
    MembersFixture fixture;

    @Autowired
    UnsubscribeLinks links;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void begin() {
        post.clear();
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
        post.clear();
    }

    private List<MimeMessage> sent(Purpose purpose, Outcome.Said said) {
        post.script = letter -> said;
        post.letters(fixture.program(null), 1, purpose, LetterOrder.BULK);
        post.sender(server.getSmtp().getPort()).send();
        return List.of(server.getReceivedMessages());
    }

    private static List<String> names(MimeMessage message) throws Exception {
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> header.getName())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann\r\nBcc: evil@example.org",
                "Ann\nBcc: evil@example.org\n\nbody",
                "Ann\rSubject: other",
                "Ann\u0085Bcc: evil@example.org",
                "\"Ann\" <evil@example.org>, other@example.org"
            })
    void nothingThatSomebodyTypedBeginsAnotherHeader(String typed) throws Exception {
        var message = sent(Purpose.OPERATIONAL, Post.said(typed, "ada@example.org", typed))
                .getFirst();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
                .isEqualTo("ada@example.org");
        assertThat(names(message))
                .doesNotContain("Bcc")
                .containsOnlyOnce("Subject")
                .containsOnlyOnce("To");
        assertThat(message.getSubject()).startsWith(typed.substring(0, 3)).doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Zoë Straße", "李小龙 👩‍👩‍👧", "O'Neil \"x\" (y), z;", "=?utf-8?Q?no?=", "شيماء", "e\u0301 cole"})
    void namesAndSubjectsArriveAsTheyAre(String name) throws Exception {
        var message = sent(Purpose.OPERATIONAL, Post.said("Re: " + name + " – 1", "ada@example.org", name))
                .getFirst();
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isIn(name, "no");
        assertThat(message.getHeader("Subject")[0]).matches("\\p{ASCII}+");
        assertThat(message.getSubject()).startsWith("Re: ").endsWith(" – 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.org\r\nRCPT TO:<evil@example.org>", "ada@example.org,evil@example.org", "ada", ""})
    void whatIsNoAddressIsSentNowhere(String address) {
        assertThat(sent(Purpose.OPERATIONAL, Post.said("Hello", address, "Ada")))
                .isEmpty();
        assertThat(post.states()).containsExactly("FAILED 1");
    }

    @Test
    void aDomainBeyondAsciiIsWrittenAsMailServersKnowIt() throws Exception {
        var message = sent(Purpose.OPERATIONAL, Post.said("Hello", "ada@bücher.example", ""))
                .getFirst();
        assertThat(message.getHeader("To")[0]).isEqualTo("ada@xn--bcher-kva.example");
    }

    @Test
    void whatAdvertisesSaysHowToUnsubscribeWithOneClick() throws Exception {
        var message = sent(Purpose.MARKETING, Post.said("Hello", "ada@example.org", "Ada"))
                .getFirst();
        assertThat(message.getHeader("List-Unsubscribe")[0])
                .matches("<http://localhost:\\d+/u/[0-9a-z]+\\.[\\w-]{22}>");
        assertThat(message.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Message-ID")[0]).matches("<letter\\.\\d+\\.[\\w-]{22}@localhost>");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
    }

    @Test
    void theEventGoesAlongForTheCalendar() throws Exception {
        var letter = new Rendered("Hello", "<p>ä</p>", "ä", "BEGIN:VCALENDAR\r\nSUMMARY:Å\r\n", "REQUEST");
        var message = sent(Purpose.OPERATIONAL, new Outcome.Said(letter, "ada@example.org", ""))
                .getFirst();
        var parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getBodyPart(1).getContentType())
                .contains("text/calendar")
                .contains("method=REQUEST");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("event.ics");
        var texts = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(texts.getBodyPart(0).getContent()).isEqualTo("ä");
        assertThat(texts.getBodyPart(1).getContent()).isEqualTo("<p>ä</p>");
    }
}
