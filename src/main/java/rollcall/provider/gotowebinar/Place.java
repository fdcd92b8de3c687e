package rollcall.provider.gotowebinar;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import rollcall.provider.ProviderSettings;

/**
 * Where GoTo is: the vendor's own addresses [G2-OAS, G2-NOTE, G2-TOK], or what the configuration says instead.
 *
 * @param api without a slash at its end
 * @param rate calls a second; GoTo takes 10 [G2-NOTE], and others may call as well
 * @param concurrency at the same time [assumed]
 */
record Place(String api, URI token, URI authorize, int rate, int concurrency) {

    private static final String API = "https://api.getgo.com/G2W/rest/v2";
    private static final String TOKEN = "https://identity.goto.com/oauth/token";
    private static final String AUTHORIZE = "https://identity.goto.com/oauth/authorize";
    private static final int RATE = 8;
    private static final int CONCURRENCY = 4;

    static Place of(ProviderSettings settings) {
        var said = settings.service(GoToWebinar.KIND);
        return new Place(
                said.baseUrl(API),
                uri(said.tokenUrl(), TOKEN),
                uri(said.authorizeUrl(), AUTHORIZE),
                said.rate(RATE),
                said.concurrency(CONCURRENCY));
    }

    private static URI uri(@Nullable URI said, String own) {
        return said == null ? URI.create(own) : said;
    }

    /** Where GoTo says whose token it is, on the same host [G2-PHP]. */
    URI me() {
        return URI.create(api).resolve("/admin/rest/v1/me");
    }
}
