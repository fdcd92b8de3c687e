package rollcall.provider.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.Refusal;

/** What an e-mail address asks the simulator to do, by a tag in its local part: {@code ada+full@example.org}. */
enum Tag {
    FULL(Refusal.CAPACITY_FULL, "This webinar is full."),
    CLOSED(Refusal.REGISTRATION_CLOSED, "Registration for this webinar is closed."),
    OVER(Refusal.EVENT_OVER, "This webinar is over."),
    BADFIELD(Refusal.INVALID_FIELD, "The field \"Company\" is not filled in as the organizer asks."),
    REFUSED(Refusal.EMAIL_REFUSED, "This address may not register."),
    HOST(Refusal.HOST_OR_PANELIST, "This address belongs to a host or a panelist of the webinar."),
    SLOW,
    DOWN,
    TIMEOUT,
    LOST,
    THROTTLE,
    PENDING,
    DUP,
    LIVE(Plan.LIVE),
    ONDEMAND(Plan.ON_DEMAND),
    NOSHOW(Plan.NO_SHOW);

    private final @Nullable Rejected refusal;
    private final @Nullable Plan plan;

    Tag() {
        this(null, (Plan) null);
    }

    Tag(Plan plan) {
        this(null, plan);
    }

    Tag(Refusal refusal, String words) {
        this(new Rejected(refusal, words), null);
    }

    Tag(@Nullable Rejected refusal, @Nullable Plan plan) {
        this.refusal = refusal;
        this.plan = plan;
    }

    /** All that the address asks for, whatever the case of its letters; tags that nobody knows ask for nothing. */
    static Set<Tag> of(String email) {
        var local = email.substring(0, Math.max(0, email.lastIndexOf('@'))).toLowerCase(Locale.ROOT);
        var asked = Arrays.stream(local.split("\\+")).skip(1).collect(Collectors.toSet());
        var tags = EnumSet.noneOf(Tag.class);
        Arrays.stream(values()).filter(tag -> asked.contains(tag.word())).forEach(tags::add);
        return tags;
    }

    /** As it stands behind the plus. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With what somebody is refused who asks for it; nothing when they are not. */
    Optional<Rejected> refusal() {
        return Optional.ofNullable(refusal);
    }

    static Optional<Rejected> refusal(Set<Tag> tags) {
        return tags.stream().flatMap(tag -> tag.refusal().stream()).findFirst();
    }

    static @Nullable Plan plan(Set<Tag> tags) {
        return tags.stream()
                .map(tag -> tag.plan)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
