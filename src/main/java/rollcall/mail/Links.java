package rollcall.mail;

import org.springframework.stereotype.Component;
import rollcall.member.PersonalLinks;
import rollcall.web.PublicUrl;

/** Makes the links of letters: whole addresses, under which people reach this Rollcall. */
@Component
class Links {

    private final PersonalLinks personal;
    private final CalendarLinks calendars;
    private final UnsubscribeLinks unsubscribe;
    private final PublicUrl publicUrl;

    Links(PersonalLinks personal, CalendarLinks calendars, UnsubscribeLinks unsubscribe, PublicUrl publicUrl) {
        this.personal = personal;
        this.calendars = calendars;
        this.unsubscribe = unsubscribe;
        this.publicUrl = publicUrl;
    }

    /** The way into the webinar; empty for somebody who is not let in. */
    String webinar(Recipient to) {
        return to.accepted() ? publicUrl.link(personal.of(to.memberId(), to.generation())) : "";
    }

    LetterLinks of(Recipient to) {
        return new LetterLinks() {
            @Override
            public String webinar() {
                return Links.this.webinar(to);
            }

            @Override
            public String calendar() {
                return publicUrl.link(calendars.of(to.memberId(), to.generation()));
            }

            @Override
            public String unsubscribe() {
                return publicUrl.link(unsubscribe.of(to.personId()));
            }
        };
    }

    /** As somebody else sees them: a colleague who tries the mail must not take the recipient off a list. */
    LetterLinks shown(Recipient to) {
        var real = of(to);
        return new LetterLinks() {
            @Override
            public String webinar() {
                return real.webinar();
            }

            @Override
            public String calendar() {
                return real.calendar();
            }

            @Override
            public String unsubscribe() {
                return publicUrl.link("/u/preview");
            }
        };
    }
}
