package rollcall.provider;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rollcall.member.Consequences;
import rollcall.program.Program;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Says before a change how many registrations it sends, and how many it takes back. */
@Component
class PushConsequences implements Consequences {

    private final Webinars webinars;
    private final ProviderNames names;

    PushConsequences(Webinars webinars, ProviderNames names) {
        this.webinars = webinars;
        this.names = names;
    }

    @Override
    public List<Consequence> of(Program program, Status to, Map<Status, List<Long>> changing) {
        var webinar = webinars.of(program.key());
        var members = Consequences.inAll(changing);
        if (webinar.isEmpty() || members == 0) {
            return List.of();
        }
        var provider = names.of(webinar.get().event().kind());
        if (to.is(StatusCode.REGISTERED)) {
            return register(members, provider);
        }
        return to.inProgram() ? List.of() : cancel(webinar.get(), members, provider);
    }

    @Override
    public List<Consequence> ofCorrection(Program program, List<Long> registered, long cancelled) {
        var webinar = webinars.of(program.key());
        if (webinar.isEmpty()) {
            return List.of();
        }
        var provider = names.of(webinar.get().event().kind());
        return Stream.of(cancel(webinar.get(), cancelled, provider), register(registered.size(), provider))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Consequence> register(long members, String provider) {
        return told("provider.consequence.register", members, provider);
    }

    private List<Consequence> cancel(Webinar webinar, long members, String provider) {
        var byItself = webinars.capabilitiesOf(webinar).cancel();
        return told("provider.consequence." + (byItself ? "cancel" : "cancel-by-hand"), members, provider);
    }

    private static List<Consequence> told(String message, long members, String provider) {
        return members == 0 ? List.of() : List.of(new Consequence(message, List.of(members, provider)));
    }
}
