package rollcall.provider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.member.Delivery;
import rollcall.member.PersonalLinks.Holder;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * Finds where a member's link leads, each time that it is followed. The provider is asked only where the member has no
 * link of their own.
 */
@Component
class WaysIn {

    /** How long before the start members are let in. */
    static final Duration DOORS_OPEN = Duration.ofMinutes(15);

    private static final Set<StatusCode> LET_IN =
            EnumSet.of(StatusCode.REGISTERED, StatusCode.NO_SHOW, StatusCode.ATTENDED_ON_DEMAND, StatusCode.ATTENDED);

    private final Webinars webinars;
    private final Clock clock;

    WaysIn(Webinars webinars, Clock clock) {
        this.webinars = webinars;
        this.clock = clock;
    }

    WayIn of(Holder holder, Program program) {
        if (StatusCode.of(holder.status()).filter(LET_IN::contains).isEmpty()) {
            return new WayIn.NotRegistered();
        }
        if (holder.delivery().open()) {
            return new WayIn.NotReady();
        }
        var webinar = webinars.of(program.key());
        if (clock.instant().isBefore(program.startsAt().minus(DOORS_OPEN)) && !begun(webinar)) {
            return new WayIn.TooEarly();
        }
        return address(holder, program, webinar)
                .<WayIn>map(WayIn.Enter::new)
                .orElseGet(
                        () -> holder.delivery() == Delivery.REFUSED ? new WayIn.NotRegistered() : new WayIn.NotReady());
    }

    private static boolean begun(Optional<Webinar> webinar) {
        return webinar.map(Webinar::begunAt).isPresent();
    }

    private Optional<URI> address(Holder holder, Program program, Optional<Webinar> webinar) {
        if (holder.joinLink() != null) {
            return uri(holder.joinLink());
        }
        return webinar.isEmpty() ? uri(program.webinarAddress()) : asked(holder, webinar.get());
    }

    /** What the provider says; nothing when it cannot: whoever follows the link is let in as soon as it can. */
    private Optional<URI> asked(Holder holder, Webinar webinar) {
        try {
            return webinars.providerOf(webinar)
                    .joinLink(webinar.event(), new RegistrantRef(holder.registrantId(), holder.email()))
                    .map(JoinLink::uri);
        } catch (ProviderTrouble noAnswer) {
            return Optional.empty();
        }
    }

    /** Only what leads to the web or stays on this site: a link may have come with an import. */
    private static Optional<URI> uri(@Nullable String address) {
        try {
            return Optional.ofNullable(address).map(URI::create).filter(WaysIn::leadsToTheWeb);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean leadsToTheWeb(URI uri) {
        var here = uri.getScheme() == null
                && uri.getHost() == null
                && uri.getPath().startsWith("/");
        return here || ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
    }
}
