package rollcall.provider;

import java.util.List;
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
    public List<Consequence> of(Program program, Status to, long members) {
        var webinar = webinars.of(program.key());
        if (webinar.isEmpty() || members == 0) {
            return List.of();
        }
        var provider = names.of(webinar.get().event().kind());
        if (to.is(StatusCode.REGISTERED)) {
            return List.of(new Consequence("provider.consequence.register", List.of(members, provider)));
        }
        return to.inProgram()
                ? List.of()
                : List.of(new Consequence("provider.consequence.cancel", List.of(members, provider)));
    }
}
