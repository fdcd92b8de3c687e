package rollcall.mail;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rollcall.member.OwnCalendar;

/** The links for calendars, for other rooms' pages; whoever left gets none there. */
@Component
class RecipientCalendar implements OwnCalendar {

    private final CalendarLinks links;
    private final RecipientRows recipients;

    RecipientCalendar(CalendarLinks links, RecipientRows recipients) {
        this.links = links;
        this.recipients = recipients;
    }

    @Override
    public Optional<String> pathOf(long memberId) {
        return recipients
                .byMember(memberId)
                .filter(one -> !one.left())
                .map(one -> links.of(memberId, one.generation()));
    }
}
