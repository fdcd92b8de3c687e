package rollcall.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    Capabilities capabilities();

    /** The event that the provider makes for a program by itself; nothing where events are made at the provider only. */
    default Optional<EventRef> eventFor(Program program) {
        return Optional.empty();
    }

    /** @throws ProviderTrouble when there is no answer */
    EventDetails describe(EventRef event);

    RegistrationOutcome register(EventRef event, RegistrationRequest request);

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
