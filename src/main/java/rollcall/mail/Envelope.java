package rollcall.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A letter as it goes to the mail server: it keeps the id it was given, and knows whether it has been read to its end. */
final class Envelope extends MimeMessage {

    private final String id;
    private boolean given;

    Envelope(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        given = true;
    }

    /** Whether the mail server has been given all of it; without its answer, nobody knows whether it has it. */
    boolean given() {
        return given;
    }

    void take() {
        given = false;
    }
}
