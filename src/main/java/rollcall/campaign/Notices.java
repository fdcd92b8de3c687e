package rollcall.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import rollcall.mail.Letters;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.ReasonWords;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.web.PublicUrl;

/** Tells colleagues that members have come to a step: one letter for all who came at the same time. */
@Component
class Notices {

    private static final int NAMED = 20;
    private static final int LONGEST = 4_000;

    private final Letters letters;
    private final Members members;
    private final PendingApprovals pending;
    private final Access access;
    private final PublicUrl url;
    private final ReasonWords reasons;
    private final MessageSource messages;

    Notices(
            Letters letters,
            Members members,
            PendingApprovals pending,
            Access access,
            PublicUrl url,
            ReasonWords reasons,
            MessageSource messages) {
        this.letters = letters;
        this.members = members;
        this.pending = pending;
        this.access = access;
        this.url = url;
        this.reasons = reasons;
        this.messages = messages;
    }

    void tell(Chunk chunk, Action.Notify notify) {
        var program = chunk.program();
        var colleagues = access.whoMay(program.key(), notify.who());
        if (!colleagues.isEmpty()) {
            letters.tell(program.key(), chunk.campaign().id(), colleagues, notify.subject(), body(chunk, notify));
        }
    }

    private String body(Chunk chunk, Action.Notify notify) {
        var ids = chunk.memberIds();
        var named = members.lines(chunk.program(), ids.subList(0, Math.min(NAMED, ids.size())));
        var facts = text("campaign.notice", chunk.program().name(), ids.size()) + "\n" + names(named)
                + (ids.size() > NAMED ? "\n" + text("campaign.notice.more", ids.size() - NAMED) : "") + "\n\n"
                + where(chunk, notify);
        var room = Math.max(0, LONGEST - facts.length() - 2);
        var own = notify.text().strip();
        return (own.isEmpty() ? "" : own.substring(0, Math.min(room, own.length())) + "\n\n") + facts;
    }

    /** Approvers are led to those who wait for them, and told for how long; everybody else to the members. */
    private String where(Chunk chunk, Action.Notify notify) {
        var program = chunk.program().key();
        var longest = notify.who() == Act.APPROVE ? pending.longest(program, chunk.now()) : Optional.<Duration>empty();
        return longest.map(waited -> waited(waited) + "\n\n" + url.link("/approvals?program=" + program))
                .orElseGet(() -> url.link("/programs/" + program + "/members"));
    }

    private String waited(Duration waited) {
        return waited.toDays() > 0
                ? text("campaign.notice.waited.days", waited.toDays())
                : text("campaign.notice.waited.hours", waited.toHours());
    }

    /** So many characters of each that twenty always fit. */
    private String names(List<MemberLine> lines) {
        return lines.stream()
                .map(one -> "- " + cut(one.label()) + ": " + cut(one.status().name())
                        + (one.statusReason().isEmpty()
                                ? ""
                                : " (" + cut(reasons.of(one.statusReason(), Locale.ENGLISH)) + ")"))
                .collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return text.length() <= 50 ? text : text.substring(0, 49) + "…";
    }

    /** Colleagues read this in the language of the house: which is theirs is not known here. */
    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
