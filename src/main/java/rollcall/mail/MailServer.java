package rollcall.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.util.StreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that {@code spring.mail} names. Without one nothing leaves this machine. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailServer {

    /** What making a message asks for seven times, and looks for in all jars of the class path each time. */
    private static final String STREAMS = "jakarta.mail.util.StreamProvider";

    private final @Nullable JavaMailSenderImpl configured;

    static {
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, StreamProvider.provider().getClass().getName());
        }
    }

    @Autowired
    MailServer(ObjectProvider<JavaMailSenderImpl> configured, MailSettings settings) {
        this(configured.getIfAvailable());
        if (set()) {
            settings.sender();
        }
        settings.answers();
    }

    MailServer(@Nullable JavaMailSenderImpl configured) {
        this.configured = configured;
    }

    /** Whether there is one. */
    boolean set() {
        return configured != null;
    }

    /** For making messages; one without a server for those that stay here. */
    Session session() {
        return server().getSession();
    }

    /** A connection that is not open yet. */
    MailLine line() {
        return new MailLine(this);
    }

    Transport connect() throws MessagingException {
        var server = server();
        var session = server.getSession();
        var transport =
                server.getProtocol() == null ? session.getTransport() : session.getTransport(server.getProtocol());
        transport.connect(
                server.getHost(),
                server.getPort(),
                blankAsNull(server.getUsername()),
                blankAsNull(server.getPassword()));
        return transport;
    }

    /** What must not be shown, whoever repeats it. */
    String withoutSecrets(String words) {
        var password = server().getPassword();
        return password == null || password.isBlank() ? words : words.replace(password, "…");
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private JavaMailSenderImpl server() {
        if (configured == null) {
            throw new IllegalStateException("There is no mail server.");
        }
        return configured;
    }
}
