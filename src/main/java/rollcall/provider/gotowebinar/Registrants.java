package rollcall.provider.gotowebinar;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.person.EmailAddress;
import rollcall.provider.EventRef;
import rollcall.provider.JoinLink;
import rollcall.provider.Page;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import tools.jackson.databind.JsonNode;

/**
 * Reads who is registered. There is no way to ask for an address, so that whoever is looked for is found by going through
 * the pages; by the key there is one call [G2-OAS].
 */
final class Registrants {

    static final String PATH = "/registrants";

    private final GoToApi api;

    Registrants(GoToApi api) {
        this.api = api;
    }

    Page<Registrant> page(EventRef event, @Nullable String cursor) {
        var page = Rows.number(cursor);
        var rows = rows(event, page);
        return rows.as(rows.rows().stream().map(Registrants::registrant).toList(), page);
    }

    private Rows rows(EventRef event, int page) {
        return Rows.of(api.read(event, PATH, Map.of("page", page, "limit", Rows.SIZE)), page);
    }

    Optional<Registrant> find(EventRef event, String email) {
        var page = 0;
        Rows rows;
        do {
            rows = rows(event, page++);
            for (var row : rows.rows()) {
                if (same(Json.text(row, "email"), email)) {
                    return Optional.of(registrant(row));
                }
            }
        } while (!rows.last());
        return Optional.empty();
    }

    Optional<Registrant> find(EventRef event, RegistrantRef ref) {
        return ref.registrantId() == null ? find(event, ref.email()) : byKey(event, ref.registrantId());
    }

    Optional<Registrant> byKey(EventRef event, String key) {
        var reply = api.get(event, PATH + "/" + plain(key), Map.of());
        return reply.status() == 404 ? Optional.empty() : Optional.of(registrant(api.json(event.connection(), reply)));
    }

    /** A key is a number; whatever else stands there names nobody, and is no path. */
    static String plain(String key) {
        return key.matches("\\d{1,20}") ? key : "0";
    }

    static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    private static String key(String email) {
        return EmailAddress.parse(email).map(EmailAddress::key).orElseGet(() -> email.toLowerCase(Locale.ROOT));
    }

    /** Ours is not kept by GoTo, nor why somebody was turned down. */
    private static Registrant registrant(JsonNode row) {
        var state = state(Json.text(row, "status"));
        return new Registrant(
                new RegistrantRef(Json.text(row, "registrantKey"), Json.text(row, "email")),
                null,
                (Json.text(row, "firstName") + " " + Json.text(row, "lastName")).strip(),
                state,
                state == State.APPROVED ? link(Json.text(row, "joinUrl")) : null,
                "",
                state == State.DENIED ? null : Json.instant(row, "registrationDate"));
    }

    /** APPROVED, DENIED and WAITING stand in lists [G2-OAS]; the others in what is said of events [G2-NOTE]. */
    static State state(String raw) {
        return switch (raw.toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> State.APPROVED;
            case "WAITING" -> State.PENDING;
            case "DENIED" -> State.DENIED;
            case "CANCELLED", "CANCELED" -> State.CANCELLED;
            default -> State.UNKNOWN;
        };
    }

    static @Nullable JoinLink link(String url) {
        try {
            var uri = URI.create(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var leads = uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
            return leads ? new JoinLink(uri, true) : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
