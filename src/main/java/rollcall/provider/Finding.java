package rollcall.provider;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.person.EmailAddress;
import rollcall.web.Text;

/**
 * Something that a provider reported of somebody, ready to be stored.
 *
 * @param key who it is, as far as the provider tells people apart: by its registrant id, else by address, else by name
 * @param claimedMemberId our member, as the provider says; not believed before it was looked up
 * @param emailKey case-folded; empty when there is no address
 * @param at when they came, or when they were turned down or left; null when the provider does not say
 */
record Finding(
        FindingKind kind,
        String key,
        @Nullable Long claimedMemberId,
        @Nullable String registrantId,
        String emailKey,
        String email,
        String name,
        int seconds,
        @Nullable Instant at,
        String words) {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 202;

    /** What no database and no page wants, wherever a provider got it from. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    static Finding of(FindingKind kind, AttendanceRecord record) {
        return of(
                kind,
                record.memberId(),
                record.registrantId(),
                record.email(),
                record.name(),
                (int) Math.clamp(record.attended().toSeconds(), 0, Integer.MAX_VALUE),
                record.from(),
                "");
    }

    /** What is worth knowing of a registrant; nothing of one who waits there, or whom nobody understands. */
    static Optional<Finding> of(Registrant registrant) {
        var kind = switch (registrant.state()) {
            case DENIED -> FindingKind.DENIED;
            case CANCELLED -> FindingKind.CANCELLED;
            case APPROVED -> FindingKind.REGISTERED;
            case PENDING, WAITLISTED, UNKNOWN -> null;
        };
        return Optional.ofNullable(kind)
                .map(known -> of(
                        known,
                        registrant.memberId(),
                        registrant.ref().registrantId(),
                        registrant.ref().email(),
                        registrant.name(),
                        0,
                        registrant.since(),
                        ProviderFailure.cut(clean(registrant.words(), Integer.MAX_VALUE))));
    }

    /** That somebody did not come, as the provider says itself. */
    static Finding missed(Registrant registrant) {
        return of(
                FindingKind.MISSED,
                registrant.memberId(),
                registrant.ref().registrantId(),
                registrant.ref().email(),
                registrant.name(),
                0,
                null,
                "");
    }

    private static Finding of(
            FindingKind kind,
            @Nullable Long memberId,
            @Nullable String registrantId,
            String email,
            String name,
            int seconds,
            @Nullable Instant at,
            String words) {
        var id = registrantId == null || registrantId.isBlank() ? null : clean(registrantId, LONGEST_ID);
        var address = EmailAddress.parse(clean(email, Integer.MAX_VALUE));
        var emailKey = address.map(EmailAddress::key).orElse("");
        var called = clean(name, LONGEST_NAME);
        return new Finding(
                kind,
                key(memberId, id, emailKey, called),
                memberId,
                id,
                emailKey,
                address.map(EmailAddress::address).orElse(""),
                called,
                seconds,
                at,
                words);
    }

    private static String key(@Nullable Long memberId, @Nullable String id, String emailKey, String name) {
        if (id != null) {
            return "r:" + id;
        }
        if (!emailKey.isEmpty()) {
            return "e:" + emailKey;
        }
        return memberId == null ? "n:" + clean(Text.folded(name), LONGEST_NAME) : "m:" + memberId;
    }

    private static String clean(String text, int most) {
        return Text.cut(Text.tidy(UNWANTED.matcher(text).replaceAll(" ")), most);
    }

    /** Both as one, when a report names somebody twice: all their visits taken together. */
    Finding and(Finding other) {
        var first = at == null || (other.at != null && other.at.isBefore(at)) ? other.at : at;
        return new Finding(
                kind,
                key,
                claimedMemberId == null ? other.claimedMemberId : claimedMemberId,
                registrantId,
                emailKey.isEmpty() ? other.emailKey : emailKey,
                email.isEmpty() ? other.email : email,
                name.isEmpty() ? other.name : name,
                Math.max(seconds, other.seconds),
                first,
                words.isEmpty() ? other.words : words);
    }
}
