package rollcall.member;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column of the list of members that people may choose, in the order of the table. Name and status always stand there,
 * and answers come last. What a file has as well is called alike there.
 */
enum MemberColumn {
    EMAIL("member.email"),
    COMPANY("member.company"),
    JOB_TITLE("person.field.jobTitle"),
    PHONE("person.field.phone"),
    COUNTRY("person.field.country"),
    LANGUAGE("person.field.language"),
    ZONE("person.field.zone"),
    STATUS_REASON("member.reason"),
    JOINED("member.joined"),
    CHANGED("member.changed-at"),
    SUCCESS("member.success"),
    SOURCE("member.source"),
    DELIVERY("member.delivery"),
    ACCEPTED("member.accepted"),
    LIVE_MINUTES("member.minutes.live"),
    ON_DEMAND_MINUTES("member.minutes.on-demand"),
    PRIORITY("member.priority");

    /** What the list shows to whoever has not chosen. */
    static final List<MemberColumn> STANDARD = List.of(EMAIL, COMPANY, STATUS_REASON, JOINED, CHANGED);

    private final String label;

    MemberColumn(String label) {
        this.label = label;
    }

    /** The key of the message that heads it. */
    public String label() {
        return label;
    }

    public boolean standard() {
        return STANDARD.contains(this);
    }

    /** Whether it says something of the person, wherever they are a member; such columns stand before the status. */
    public boolean personal() {
        return compareTo(ZONE) <= 0;
    }

    /** Empty for a word that is none of these. */
    static Optional<MemberColumn> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }
}
