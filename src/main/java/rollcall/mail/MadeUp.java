package rollcall.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Channels;
import rollcall.program.Program;

/** A program that does not exist, to try a template with that all programs share. */
@Component
class MadeUp {

    /** No program has it. */
    static final long PROGRAM = 0;

    /** Of an offer that does not exist. */
    static final Instant OFFER_UNTIL = Instant.EPOCH;

    private static final Duration FROM_NOW = Duration.ofDays(14);

    private final Channels channels;
    private final MessageSource messages;
    private final Clock clock;

    MadeUp(Channels channels, MessageSource messages, Clock clock) {
        this.channels = channels;
        this.messages = messages;
        this.clock = clock;
    }

    Program program() {
        var start = clock.instant().plus(FROM_NOW).truncatedTo(ChronoUnit.HOURS);
        var name = messages.getMessage("mail.made-up.program", null, LocaleContextHolder.getLocale());
        return new Program(
                PROGRAM,
                0,
                channels.webinar().id(),
                name,
                "",
                start,
                start.plus(Duration.ofHours(1)),
                "UTC",
                null,
                false,
                false,
                false,
                null,
                null,
                false,
                start);
    }
}
