package rollcall.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.person.PersonField;
import rollcall.program.Program;

/**
 * What Rollcall asks of a place where webinars are held. A provider is a room of its own inside this one, and a bean of
 * this type; nothing else knows it.
 *
 * <p>No method is called inside a transaction, and each comes back within seconds. What reads answers
 * {@link ProviderTrouble} when it cannot; what writes says in its outcome what came of it.
 */
public interface WebinarProvider {

    /** Never changes, and is stored: {@code simulator}, {@code zoom}. Its name for people is the message {@code provider.kind.<kind>}. */
    String kind();

    /** What it can do with that event, as far as is known without asking it. What it cannot do, it is not asked for. */
    Capabilities capabilities(EventRef event);

    /** Whether nothing of it ever leaves this machine, which each page of such a program says. */
    default boolean simulated() {
        return false;
    }

    /** Whether a program's webinar can be held there; else it only tells who attended, from what somebody brings. */
    default boolean choosable() {
        return true;
    }

    /**
     * Where, on this site, an event is brought once more by hand; nothing where it is gone. Only asked of providers that
     * are not {@link #choosable}: the others are asked again where their program is refreshed.
     */
    default Optional<String> againPath(EventRef event) {
        return Optional.empty();
    }

    /** What a connection to it has to hold; empty where it needs none. */
    default List<CredentialField> credentials() {
        return List.of();
    }

    /**
     * Whether a connection lets us in, and to what is needed.
     *
     * @throws ProviderTrouble when it does not, or there is no answer
     */
    default void check(long connectionId) {}

    /**
     * Where, on this site, an administrator gives the consent without which there is nothing but what was typed; nothing
     * where none is asked for.
     */
    default Optional<String> consentPath(long connectionId) {
        return Optional.empty();
    }

    /**
     * The events of a connection that begin then or later, a page at a time, to choose one from.
     *
     * @param cursor from the page before; null for the first
     * @throws ProviderTrouble when there is no answer
     */
    default Page<EventListing> events(long connectionId, Instant from, @Nullable String cursor) {
        return new Page<>(List.of(), null, true);
    }

    /** What a call to the connection's webhook address comes to; nobody's where the provider makes no such calls. */
    default Heard hear(long connectionId, Knock knock) {
        return new Heard.Nobody();
    }

    /** How it is asked to tell by itself; nothing where it does so anyway, or never. */
    default Optional<Subscribing> subscribing() {
        return Optional.empty();
    }

    /** What it must be told of everybody who is registered, besides the address. */
    default Set<PersonField> needs() {
        return Set.of();
    }

    /**
     * What an event requires of everybody who registers, besides {@link #needs} and the address. Empty where it requires
     * nothing more, or we may not know.
     *
     * @throws ProviderTrouble when there is no answer
     */
    default List<AskedField> asks(EventRef event) {
        return List.of();
    }

    /** The event that the provider makes for a program by itself; nothing where events are made at the provider only. */
    default Optional<EventRef> eventFor(Program program) {
        return Optional.empty();
    }

    /** @throws ProviderTrouble when there is no answer */
    EventDetails describe(EventRef event);

    RegistrationOutcome register(EventRef event, RegistrationRequest request);

    /** How many registrations are worth sending side by side; what a connection does not let through waits its turn. */
    default int sideBySide() {
        return 1;
    }

    /** How many registrations of that event go in one call, as far as is known without asking. */
    default int together(EventRef event) {
        return 1;
    }

    /**
     * Registers several at once, {@link #together} at most.
     *
     * @return what came of each, in their order; none at all when they were refused and one of them may be the reason: each
     *     is then sent alone, which makes nobody twice
     */
    default List<RegistrationOutcome> register(EventRef event, List<RegistrationRequest> requests) {
        return requests.stream().map(request -> register(event, request)).toList();
    }

    DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision);

    /**
     * Whether somebody is registered there already; asked before anything is sent again whose outcome is not known.
     *
     * @throws ProviderTrouble when there is no answer
     */
    Optional<Registrant> find(EventRef event, String email);

    /**
     * Everybody who is registered there, whatever their state, a page at a time.
     *
     * @param cursor from the page before; null for the first
     * @throws ProviderTrouble when there is no answer
     */
    Page<Registrant> registrants(EventRef event, @Nullable String cursor);

    /**
     * Who attended, a page at a time, one record per person and kind.
     *
     * @param cursor from the page before; null for the first
     * @throws ProviderTrouble when there is no answer
     */
    Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor);

    /**
     * Those of whom the provider itself says that they did not come. Only asked where {@link Capabilities#noShowList}.
     *
     * @throws ProviderTrouble when there is no answer
     */
    default Page<Registrant> noShows(EventRef event, @Nullable String cursor) {
        throw new UnsupportedOperationException(kind() + " has no list of those who did not come.");
    }

    /**
     * The link with which this registrant enters, asked for when it is followed; nothing when there is none now.
     *
     * @throws ProviderTrouble when there is no answer
     */
    Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant);
}
