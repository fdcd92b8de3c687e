package rollcall.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How a list of members is ordered: names from A on, dates from the newest on. */
public enum MemberSort {
    NAME("name_key", true),
    EMAIL("email_key", true),
    JOINED("joined_at", false),
    CHANGED("changed_at", false);

    private static final Timestamp LAST_INSTANT = Timestamp.from(Instant.parse("9999-01-01T00:00:00Z"));

    private final String column;
    private final boolean ascending;

    MemberSort(String column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    String column() {
        return column;
    }

    public boolean ascending() {
        return ascending;
    }

    /** What no member comes before in this order. */
    Object first() {
        return byInstant() ? LAST_INSTANT : "";
    }

    boolean byInstant() {
        return this == JOINED || this == CHANGED;
    }

    /** The word that stands for this order in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MemberSort> ofWord(String word) {
        for (var sort : values()) {
            if (sort.word().equals(word)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }

    /** Where a page ends, as it stands in an address: never a name or an e-mail address. */
    String key(MemberLine line) {
        return switch (this) {
            case NAME, EMAIL -> Long.toString(line.id());
            case JOINED -> at(line.joinedAt()) + "." + line.id();
            case CHANGED -> at(line.changedAt()) + "." + line.id();
        };
    }

    private static long at(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
