package rollcall.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How a list of members is ordered: names from A on and dates from the newest on, or the other way round. */
public enum MemberSort {
    NAME("name", "name_key", true),
    NAME_REVERSED("-name", "name_key", false),
    EMAIL("email", "email_key", true),
    EMAIL_REVERSED("-email", "email_key", false),
    JOINED("joined", "joined_at", false),
    JOINED_REVERSED("-joined", "joined_at", true),
    CHANGED("changed", "changed_at", false),
    CHANGED_REVERSED("-changed", "changed_at", true);

    private static final Timestamp LAST_INSTANT = Timestamp.from(Instant.parse("9999-01-01T00:00:00Z"));

    private final String word;
    private final String column;
    private final boolean ascending;

    MemberSort(String word, String column, boolean ascending) {
        this.word = word;
        this.column = column;
        this.ascending = ascending;
    }

    String column() {
        return column;
    }

    public boolean ascending() {
        return ascending;
    }

    /** A condition on that column which every member meets; {@code :bound} is {@link #bound}. */
    String met() {
        return "m." + column + (byInstant() ? " <= :bound" : " >= :bound");
    }

    Object bound() {
        return byInstant() ? LAST_INSTANT : "";
    }

    boolean byName() {
        return this == NAME || this == NAME_REVERSED;
    }

    boolean byInstant() {
        return switch (this) {
            case NAME, NAME_REVERSED, EMAIL, EMAIL_REVERSED -> false;
            case JOINED, JOINED_REVERSED, CHANGED, CHANGED_REVERSED -> true;
        };
    }

    /** The word that stands for this order in an address. */
    public String word() {
        return word;
    }

    /** Whether both are by the same column, in whichever direction. */
    public boolean alike(MemberSort other) {
        return column.equals(other.column);
    }

    /** By the same column the other way round. */
    public MemberSort reversed() {
        return Arrays.stream(values())
                .filter(other -> alike(other) && ascending != other.ascending)
                .findFirst()
                .orElseThrow();
    }

    public static Optional<MemberSort> ofWord(String word) {
        for (var sort : values()) {
            if (sort.word.equals(word)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }

    /** Where a page ends, as it stands in an address: never a name or an e-mail address. */
    String key(MemberLine line) {
        return switch (this) {
            case NAME, NAME_REVERSED, EMAIL, EMAIL_REVERSED -> Long.toString(line.id());
            case JOINED, JOINED_REVERSED -> at(line.joinedAt()) + "." + line.id();
            case CHANGED, CHANGED_REVERSED -> at(line.changedAt()) + "." + line.id();
        };
    }

    private static long at(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
