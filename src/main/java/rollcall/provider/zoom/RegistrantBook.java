package rollcall.provider.zoom;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.person.EmailAddress;
import rollcall.provider.EventRef;
import rollcall.provider.JoinLink;
import rollcall.provider.Page;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Who is registered for a webinar. Zoom lists one state at a time, and looks nobody up by address: whoever is sought is
 * read for [Z-OAS].
 */
final class RegistrantBook {

    private static final List<String> STATES = List.of("approved", "pending", "denied");
    private static final String LIST = "/webinars/{id}/registrants?status={status}";

    private final ZoomApi api;

    RegistrantBook(ZoomApi api) {
        this.api = api;
    }

    /** Everybody, one state after the other. */
    Page<Registrant> page(EventRef event, @Nullable String cursor) {
        return Mark.read(cursor, mark -> {
            var nth = mark.first() ? 0 : Integer.parseInt(mark.part(0));
            var page = read(event, STATES.get(nth), mark.first() ? "" : mark.part(1));
            var token = ZoomApi.next(page);
            var next = token.isEmpty() ? nth + 1 : nth;
            return new Page<>(
                    registrants(page), next < STATES.size() ? mark.next(Integer.toString(next), token) : null, true);
        });
    }

    JsonNode read(EventRef event, String state, String token) {
        return api.page(event.connection(), token, LIST, event.externalId(), state);
    }

    static List<Registrant> registrants(JsonNode page) {
        return page.path("registrants").values().stream()
                .map(RegistrantBook::registrant)
                .toList();
    }

    /** Whether somebody with that address is registered, in whatever state. */
    Optional<Registrant> find(EventRef event, String email) {
        return STATES.stream()
                .flatMap(state -> find(event, email, state).stream())
                .findFirst();
    }

    private Optional<Registrant> find(EventRef event, String email, String state) {
        var token = "";
        do {
            var page = read(event, state, token);
            var found = registrants(page).stream()
                    .filter(one -> key(one.ref().email()).equals(key(email)))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            var next = ZoomApi.next(page);
            if (!next.isEmpty() && next.equals(token)) {
                throw new StaleMark(); // it leads to itself
            }
            token = next;
        } while (!token.isEmpty());
        return Optional.empty();
    }

    /** Nothing when there is no such registrant, or none any more. */
    Optional<Registrant> get(EventRef event, String registrantId) {
        var reply = api.get(
                event.connection(), "/webinars/{id}/registrants/{registrant}", event.externalId(), registrantId);
        return isNobody(reply) ? Optional.empty() : Optional.of(registrant(api.json(reply)));
    }

    /** "Registrant … was not found" with 3000, or 300 for an id that cannot be one [Z-OAS for DELETE; assumed for GET]. */
    static boolean isNobody(Reply reply) {
        var code = Mistakes.code(reply);
        var said = Mistakes.words(reply).toLowerCase(Locale.ROOT);
        return !reply.ok()
                && (code == Mistakes.NOT_FOUND || code == Mistakes.INVALID || code == 404)
                && said.contains("registrant")
                && (said.contains("not found") || said.contains("invalid"));
    }

    /**
     * The link of somebody who is let in; asked for by id, or by address where that is all there is.
     *
     * @throws ProviderTrouble when there is no answer
     */
    Optional<JoinLink> link(EventRef event, RegistrantRef registrant) {
        var id = registrant.registrantId();
        var known = id == null ? find(event, registrant.email()) : get(event, id);
        return known.map(Registrant::link);
    }

    static Registrant registrant(JsonNode said) {
        var state = state(said.path("status").asString(""));
        return new Registrant(
                new RegistrantRef(
                        said.path("id").asString(""), said.path("email").asString("")),
                null,
                (said.path("first_name").asString("") + " "
                                + said.path("last_name").asString(""))
                        .strip(),
                state,
                state == State.APPROVED ? link(said.path("join_url").asString("")) : null,
                "",
                state == State.DENIED ? null : ZoomWebinar.instant(said.path("create_time")));
    }

    /** Zoom calls denied whoever was turned down and whoever was cancelled [Z-F2]. */
    private static State state(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "approved" -> State.APPROVED;
            case "pending" -> State.PENDING;
            case "denied" -> State.DENIED;
            default -> State.UNKNOWN;
        };
    }

    /** Null for what leads nowhere on the web. */
    static @Nullable JoinLink link(String address) {
        return address.startsWith("https://") || address.startsWith("http://") ? parsed(address) : null;
    }

    private static @Nullable JoinLink parsed(String address) {
        try {
            return new JoinLink(URI.create(address), true);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    static String key(String email) {
        return EmailAddress.parse(email).map(EmailAddress::key).orElse(email.toLowerCase(Locale.ROOT));
    }
}
