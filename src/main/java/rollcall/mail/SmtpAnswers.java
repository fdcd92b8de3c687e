package rollcall.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's refusal means for a letter: RFC 5321, section 4.2, and the enhanced codes of RFC 3463. */
final class SmtpAnswers {

    private static final int CLOSING = 421;

    /** 550 5.1.1 …: the class, the subject and the detail behind the code. */
    private static final Pattern ENHANCED = Pattern.compile("\\b[45]\\.(\\d{1,3})\\.\\d{1,3}\\b");

    private SmtpAnswers() {}

    /** Why the server could not be reached, or does not let us in. */
    static Trouble atTheDoor(MessagingException failed, UnaryOperator<String> withoutSecrets) {
        var words = withoutSecrets.apply(words(failed));
        return Trouble.of(
                failed instanceof AuthenticationFailedException ? "mail.trouble.not-let-in" : "mail.trouble.no-answer",
                words);
    }

    /** @param given whether the server has been given all of the letter */
    static HandOver to(MessagingException failed, boolean given) {
        var words = words(failed);
        var address = in(failed, SMTPAddressFailedException.class).filter(one -> one.getReturnCode() > 0);
        if (address.isPresent()) {
            return recipient(address.get().getReturnCode(), words(address.get()));
        }
        var sender = in(failed, SMTPSenderFailedException.class).filter(one -> one.getReturnCode() > 0);
        if (sender.isPresent()) {
            return sender(sender.get().getReturnCode(), words(sender.get()));
        }
        var answer = in(failed, SMTPSendFailedException.class).filter(one -> one.getReturnCode() > 0);
        if (answer.isPresent()) {
            return letter(answer.get(), words(answer.get()));
        }
        return given ? new HandOver.Unclear(words) : new HandOver.Lost(words);
    }

    /**
     * An answer to RCPT. What is said of policy (5.7), of the system (5.3) or of the protocol (5.5) is not said of the
     * recipient: a relay that does not know us must not put everybody on the suppression list.
     */
    static HandOver recipient(int code, String words) {
        if (code < 500) {
            return code == CLOSING ? new HandOver.Lost(words) : new HandOver.Later(words);
        }
        return switch (subject(words)) {
            case 1, 2 -> new HandOver.NoRecipient(words);
            case 0 -> ofTheRecipient(code) ? new HandOver.NoRecipient(words) : new HandOver.Refused(words);
            default -> new HandOver.Refused(words);
        };
    }

    /** 550 and 551 no such mailbox, 553 no such name, 556 a domain that takes no mail. */
    private static boolean ofTheRecipient(int code) {
        return code == 550 || code == 551 || code == 553 || code == 556;
    }

    /** Who may not write to one may not write to anybody. */
    private static HandOver sender(int code, String words) {
        return code == CLOSING
                ? new HandOver.Lost(words)
                : new HandOver.Closed(Trouble.of("mail.trouble.sender-refused", words));
    }

    /** An answer to the letter itself; to MAIL it is about us. */
    private static HandOver letter(SMTPSendFailedException answer, String words) {
        var command = answer.getCommand() == null ? "" : answer.getCommand();
        if (command.startsWith("MAIL")) {
            return sender(answer.getReturnCode(), words);
        }
        if (answer.getReturnCode() < 500) {
            return new HandOver.Later(words);
        }
        return subject(words) == 1 || subject(words) == 2
                ? new HandOver.NoRecipient(words)
                : new HandOver.Refused(words);
    }

    /** The middle number of an enhanced code; 0 when there is none. */
    private static int subject(String words) {
        var code = ENHANCED.matcher(words);
        return code.find() ? Integer.parseInt(code.group(1)) : 0;
    }

    private static <T> Optional<T> in(MessagingException failed, Class<T> kind) {
        return Stream.<@Nullable Throwable>iterate(failed, one -> one != null, SmtpAnswers::next)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static @Nullable Throwable next(@Nullable Throwable one) {
        return one instanceof MessagingException failed && failed.getNextException() != null
                ? failed.getNextException()
                : one == null ? null : one.getCause();
    }

    private static String words(MessagingException failed) {
        var message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message.strip();
    }
}
