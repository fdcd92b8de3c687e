package rollcall.member;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.web.Times;

/** Says how a registration stands at the provider. Templates call this bean {@code deliveryWords}. */
@Component("deliveryWords")
public class DeliveryWords {

    private final MessageSource messages;
    private final Times times;

    DeliveryWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** In the reader's language; with the time in the program's zone when it is sent again. */
    public String of(MemberLine member, Program program) {
        var retry = member.retryAt();
        return member.delivery() == Delivery.RETRYING && retry != null
                ? text("member.delivery.RETRYING.at", times.time(retry, program.zoneId()))
                : text("member.delivery." + member.delivery());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
