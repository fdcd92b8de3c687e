package rollcall.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server for several letters, one after the other. It is opened with the first one, and again
 * when the server has hung up between two: many take only so many letters on one connection.
 */
final class MailLine implements AutoCloseable {

    private final MailServer server;
    private @Nullable Transport transport;
    private int taken;

    MailLine(MailServer server) {
        this.server = server;
    }

    HandOver hand(Envelope message) {
        var result = tried(message);
        if (result instanceof HandOver.Lost && taken > 0) {
            hangUp();
            result = tried(message);
        }
        if (result instanceof HandOver.Taken) {
            taken++;
        } else if (!(result instanceof HandOver.NoRecipient)) {
            hangUp(); // whatever state it is in: the next letter begins anew
        }
        return result;
    }

    private HandOver tried(Envelope message) {
        if (transport == null) {
            try {
                transport = server.connect();
            } catch (MessagingException closed) {
                return new HandOver.Closed(SmtpAnswers.atTheDoor(closed, server::withoutSecrets));
            }
        }
        try {
            message.take();
            transport.sendMessage(message, message.getAllRecipients());
            return new HandOver.Taken();
        } catch (MessagingException failed) {
            return SmtpAnswers.to(failed, message.given());
        }
    }

    private void hangUp() {
        var open = transport;
        transport = null;
        taken = 0;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException gone) {
                // it is closed one way or the other
            }
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
