package rollcall.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import rollcall.web.PublicUrl;
import rollcall.web.Signatures;

/**
 * Puts what a letter says into what a mail server takes. Whatever people typed goes through setters that encode it, never
 * into a header by hand: a line break in a name would begin the next header.
 */
@Component
class Envelopes {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern METHOD = Pattern.compile("PUBLISH|REQUEST|CANCEL");

    private final MailSettings settings;
    private final UnsubscribeLinks unsubscribing;
    private final Signatures signatures;
    private final PublicUrl publicUrl;
    private final Clock clock;

    Envelopes(
            MailSettings settings,
            UnsubscribeLinks unsubscribing,
            Signatures signatures,
            PublicUrl publicUrl,
            Clock clock) {
        this.settings = settings;
        this.unsubscribing = unsubscribing;
        this.signatures = signatures;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** @throws MessagingException when the recipient's address is none */
    Envelope of(Parcel parcel, Session session) throws MessagingException {
        var said = parcel.said();
        var message = new Envelope(session, messageId(parcel.id()));
        message.setFrom(settings.sender());
        var answers = settings.answers();
        if (answers != null) {
            message.setReplyTo(new InternetAddress[] {answers});
        }
        message.setRecipient(Message.RecipientType.TO, recipient(said.address(), said.name()));
        message.setSubject(oneLine(said.letter().subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers, please
        unsubscribing(parcel.letter().text(), message);
        message.setContent(content(said.letter()));
        message.saveChanges();
        return message;
    }

    /** The same for every try, so that a mail that goes out twice is one to whoever looks for doubles. */
    String messageId(long letterId) {
        var name = "letter." + letterId;
        var host = URI.create(publicUrl.link("")).getHost();
        return "<" + name + "." + signatures.of(name) + "@" + host + ">";
    }

    private static InternetAddress recipient(String address, String name) throws MessagingException {
        try {
            var recipient = new InternetAddress(ascii(address), true);
            var shown = oneLine(name);
            recipient.setPersonal(shown.isEmpty() ? null : shown, UTF_8);
            return recipient;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A domain with letters beyond ASCII, as mail servers know it. */
    private static String ascii(String address) throws MessagingException {
        var at = address.lastIndexOf('@');
        try {
            return at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException noDomain) {
            throw new MessagingException("The domain of the address is none.");
        }
    }

    private static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    /** RFC 2369 and, for one click without a page, RFC 8058. */
    private void unsubscribing(LetterText letter, Envelope message) throws MessagingException {
        var person = letter.personId();
        if (letter.purpose() == Purpose.MARKETING && person != null) {
            message.setHeader("List-Unsubscribe", "<" + publicUrl.link(unsubscribing.of(person)) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimeMultipart content(Rendered letter) throws MessagingException {
        var both = new MimeMultipart("alternative", text(letter.text(), "plain"), text(letter.html(), "html"));
        if (letter.calendar() == null) {
            return both;
        }
        var whole = new MimeBodyPart();
        whole.setContent(both);
        return new MimeMultipart("mixed", whole, calendar(letter.calendar(), letter.method()));
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart calendar(String calendar, String method) throws MessagingException {
        var part = new MimeBodyPart();
        var type = "text/calendar; charset=UTF-8" + (METHOD.matcher(method).matches() ? "; method=" + method : "");
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.getBytes(StandardCharsets.UTF_8), type)));
        part.setFileName("event.ics");
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }
}
