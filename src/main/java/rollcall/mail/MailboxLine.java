package rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter in the mailbox as a list shows it. */
record MailboxLine(long id, @Nullable String program, String recipient, String name, String subject, Instant at) {}
