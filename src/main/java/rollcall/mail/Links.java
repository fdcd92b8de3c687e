package rollcall.mail;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.member.OfferLinks;
import rollcall.member.PersonalLinks;
import rollcall.member.StatusLinks;
import rollcall.program.PublicPages;
import rollcall.web.PublicUrl;

/** Makes the links of letters: whole addresses, under which people reach this Rollcall. */
@Component
class Links {

    private final PersonalLinks personal;
    private final StatusLinks statuses;
    private final OfferLinks offers;
    private final List<PublicPages> pages;
    private final CalendarLinks calendars;
    private final UnsubscribeLinks unsubscribe;
    private final PublicUrl publicUrl;

    Links(
            PersonalLinks personal,
            StatusLinks statuses,
            OfferLinks offers,
            List<PublicPages> pages,
            CalendarLinks calendars,
            UnsubscribeLinks unsubscribe,
            PublicUrl publicUrl) {
        this.personal = personal;
        this.statuses = statuses;
        this.offers = offers;
        this.pages = pages;
        this.calendars = calendars;
        this.unsubscribe = unsubscribe;
        this.publicUrl = publicUrl;
    }

    LetterLinks of(Recipient to) {
        return new To(to, unsubscribe.of(to.personId()));
    }

    /** As somebody else sees them: a colleague who tries the mail must not take the recipient off a list. */
    LetterLinks shown(Recipient to) {
        return new To(to, "/u/preview");
    }

    /** The links of one letter. */
    private final class To implements LetterLinks {

        private final Recipient to;
        private final String unsubscribePath;

        To(Recipient to, String unsubscribePath) {
            this.to = to;
            this.unsubscribePath = unsubscribePath;
        }

        @Override
        public String webinar() {
            return to.accepted() ? publicUrl.link(personal.of(to.memberId(), to.generation())) : "";
        }

        @Override
        public String calendar() {
            return publicUrl.link(calendars.of(to.memberId(), to.generation()));
        }

        @Override
        public String unsubscribe() {
            return publicUrl.link(unsubscribePath);
        }

        @Override
        public String register() {
            return pages.stream()
                    .flatMap(one -> one.pathOf(to.programId()).stream())
                    .findFirst()
                    .map(publicUrl::link)
                    .orElseGet(this::status);
        }

        @Override
        public String status() {
            return publicUrl.link(statuses.of(to.memberId()));
        }

        @Override
        public String offer() {
            var until = to.offerUntil();
            return until == null ? "" : publicUrl.link(offers.of(to.memberId(), until));
        }

        @Override
        public String cancel() {
            return status() + "/cancel";
        }
    }
}
