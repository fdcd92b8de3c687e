package rollcall.member;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import rollcall.person.PersonField;
import rollcall.program.StatusCode;

/** What stands in the columns besides the usual ones of a page of members, in the reader's language. Pages call it row by row. */
final class MemberCells {

    private final More.OfPage more;
    private final DeliveryWords.InProgram deliveries;
    private final MessageSource messages;

    MemberCells(More.OfPage more, DeliveryWords.InProgram deliveries, MessageSource messages) {
        this.more = more;
        this.deliveries = deliveries;
        this.messages = messages;
    }

    /** A moment; null for none, and in a column of words. */
    public @Nullable Instant at(MemberLine member, MemberColumn column) {
        return switch (column) {
            case SUCCESS -> member.successAt();
            case ACCEPTED -> acceptedAt(member);
            default -> null;
        };
    }

    private @Nullable Instant acceptedAt(MemberLine member) {
        var found = read(member);
        return found == null ? null : found.acceptedAt();
    }

    /** Words; empty for none, and in a column of moments. */
    public String text(MemberLine member, MemberColumn column) {
        return switch (column) {
            case JOB_TITLE, PHONE, COUNTRY, LANGUAGE, ZONE -> detail(member, PersonField.valueOf(column.name()));
            case SOURCE -> source(member);
            case DELIVERY -> deliveries.of(member);
            case LIVE_MINUTES -> minutes(member.liveMinutes());
            case ON_DEMAND_MINUTES -> minutes(member.onDemandMinutes());
            case PRIORITY -> priority(member);
            case EMAIL, COMPANY, STATUS_REASON, JOINED, CHANGED, SUCCESS, ACCEPTED -> "";
        };
    }

    /** The beginning of what was answered; empty for nothing. */
    public String answer(MemberLine member, String question) {
        return more.answers().getOrDefault(member.id(), Map.of()).getOrDefault(question, "");
    }

    private @Nullable More read(MemberLine member) {
        return more.members().get(member.id());
    }

    private String detail(MemberLine member, PersonField field) {
        var found = read(member);
        return found == null ? "" : field.of(found.person());
    }

    private String source(MemberLine member) {
        var found = read(member);
        return found == null ? "" : words("member.cause." + found.source());
    }

    private String minutes(@Nullable Integer minutes) {
        return minutes == null ? "" : words("member.minutes", minutes);
    }

    /** Of whoever does not wait, it says nothing. */
    private String priority(MemberLine member) {
        var found = read(member);
        return found == null || !member.status().is(StatusCode.WAITLISTED) ? "" : Integer.toString(found.priority());
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
