package rollcall.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.web.Times;

/** Says how a registration stands at the provider. Templates call this bean {@code deliveryWords}. */
@Component("deliveryWords")
public class DeliveryWords {

    private final SendingPauses pauses;
    private final MessageSource messages;
    private final Times times;

    DeliveryWords(SendingPauses pauses, MessageSource messages, Times times) {
        this.pauses = pauses;
        this.messages = messages;
        this.times = times;
    }

    /** In the reader's language; with the time in the program's zone when it is sent again. */
    public String of(MemberLine member, Program program) {
        return in(program).of(member);
    }

    /** For many members of a program, which is asked at most once whether it is paused. */
    public InProgram in(Program program) {
        return new InProgram(program);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The words for members of one program, as long as a page is made. */
    public final class InProgram {

        private final Program program;
        private boolean asked;
        private @Nullable Instant pausedUntil;

        private InProgram(Program program) {
            this.program = program;
        }

        /** As {@link DeliveryWords#of}. */
        public String of(MemberLine member) {
            var retry = member.retryAt();
            if (member.delivery() == Delivery.REFUSED && member.statusReason().equals(OwnReason.NO_ANSWER.stored())) {
                return text("member.delivery.NO_ANSWER");
            }
            return member.delivery() == Delivery.RETRYING && retry != null
                    ? text("member.delivery.RETRYING.at", times.time(notPaused(retry), program.zoneId()))
                    : text("member.delivery." + member.delivery());
        }

        /** Whoever is due while the program is paused waits for its end. */
        private Instant notPaused(Instant retry) {
            if (!asked) {
                asked = true;
                pausedUntil = pauses.until(program.key()).orElse(null);
            }
            var until = pausedUntil;
            return until != null && until.isAfter(retry) ? until : retry;
        }
    }
}
