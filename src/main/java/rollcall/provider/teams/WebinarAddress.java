package rollcall.provider.teams;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;

/**
 * Where a webinar is in Graph: through which connection, and the path below its base.
 *
 * @param path of the webinar itself
 */
record WebinarAddress(long connection, String path) {

    static final String ALL = "/solutions/virtualEvents/webinars";

    /** {@code {guid}@{tenantGuid}} (MS-LIST); never what could lead to another path. */
    private static final Pattern ID = Pattern.compile("[\\w-]{1,100}(@[\\w-]{1,100})?");

    /** @throws ProviderTrouble when no webinar can have that id, or no connection is chosen */
    static WebinarAddress of(EventRef event) {
        if (!ID.matcher(event.externalId()).matches()) {
            throw new ProviderTrouble(new Rejected(Refusal.EVENT_NOT_FOUND, OwnWords.NO_WEBINAR_ID.words()));
        }
        return new WebinarAddress(event.connection(), ALL + "/" + event.externalId());
    }

    String configuration() {
        return path + "/registrationConfiguration";
    }

    String registrations() {
        return path + "/registrations";
    }

    /** MS-LIST; a quote inside is doubled, as OData wants it. */
    String registrationsOf(String email) {
        return registrations() + "?$filter=" + encoded("email eq '" + email.replace("'", "''") + "'");
    }

    String registration(String id) {
        return registrations() + "/" + encoded(id);
    }

    String sessions() {
        return path + "/sessions";
    }

    String attendanceReports(String session) {
        return sessions() + "/" + encoded(session) + "/attendanceReports";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
