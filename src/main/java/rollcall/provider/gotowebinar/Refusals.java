package rollcall.provider.gotowebinar;

import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Reply;

/**
 * Why a registration was refused. GoTo answers a bare 400 or 404 [G2-OAS], and what it says when a webinar is full is not
 * known [gap]; so what the webinar itself says of its times, its places and its questions is looked at.
 */
final class Refusals {

    private static final Pattern FULL =
            Pattern.compile("registration\\s*limit|limit\\s*reached|is full|capacity", Pattern.CASE_INSENSITIVE);

    private final Webinars webinars;
    private final Kept<RegistrationForm> forms;
    private final Clock clock;

    Refusals(Webinars webinars, Kept<RegistrationForm> forms, Clock clock) {
        this.webinars = webinars;
        this.forms = forms;
        this.clock = clock;
    }

    ProviderFailure of(EventRef event, RegistrationRequest request, Reply reply) {
        var words = Failures.words(reply);
        if (FULL.matcher(words).find()) {
            return new Rejected(Refusal.CAPACITY_FULL, words);
        }
        try {
            return ofWebinar(event, request, reply, words);
        } catch (ProviderTrouble unread) {
            var gone = unread.failure() instanceof Rejected no && no.refusal() == Refusal.EVENT_NOT_FOUND;
            return new Rejected(gone ? Refusal.EVENT_NOT_FOUND : Refusal.OTHER, words);
        }
    }

    private ProviderFailure ofWebinar(EventRef event, RegistrationRequest request, Reply reply, String words) {
        var webinar = webinars.of(event);
        if (webinar.over(clock.instant())) {
            return new Rejected(Refusal.EVENT_OVER, words);
        }
        if (webinar.full()) {
            return new Rejected(Refusal.CAPACITY_FULL, words);
        }
        if (reply.status() == 404) {
            return new Rejected(Refusal.REGISTRATION_CLOSED, words);
        }
        var missing = forms.anew(event).missing(request);
        if (!missing.isEmpty()) {
            var named = words + " " + OwnWords.NOT_FILLED_OUT.with(String.join(", ", missing));
            return new Rejected(Refusal.MISSING_FIELD, ProviderFailure.cut(named));
        }
        var field = words.toLowerCase(Locale.ROOT).matches(".*(invalid|validation|malformed).*");
        return new Rejected(field ? Refusal.INVALID_FIELD : Refusal.OTHER, words);
    }
}
