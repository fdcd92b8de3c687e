package rollcall.registration;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.member.Cause;
import rollcall.member.OwnReason;
import rollcall.member.StatusChanges;
import rollcall.member.StatusLinks.Holder;
import rollcall.member.StatusRequest;
import rollcall.program.Actor;
import rollcall.program.StatusCode;

/** Takes members out who say by their link that they do not come. */
@Service
class Cancellations {

    private final StatusChanges changes;
    private final Notes notes;
    private final MessageSource messages;

    Cancellations(StatusChanges changes, Notes notes, MessageSource messages) {
        this.changes = changes;
        this.notes = notes;
        this.messages = messages;
    }

    /**
     * @param expected the key of the status that the member saw
     * @return false when it is another one by now
     */
    @Transactional
    boolean cancel(Holder holder, String expected) {
        var request = StatusRequest.of(
                        holder.programId(), StatusCode.NOT_IN_PROGRAM, Cause.REGISTRATION, registrant(holder))
                .because(OwnReason.CANCELLED_BY_REGISTRANT.stored())
                .expecting(expected);
        var written = changes.change(request, holder.memberId()).written();
        if (written) {
            notes.add(holder.memberId(), Deed.CANCELLED);
        }
        return written;
    }

    /** The person themselves, who has no account; called so in English whoever reads it later. */
    private Actor registrant(Holder holder) {
        return new Actor("person:" + holder.personId(), messages.getMessage("form.registrant", null, Locale.ENGLISH));
    }
}
