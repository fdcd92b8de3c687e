package rollcall.provider;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Ways;

/** The pages of this room among a program's tabs. */
@Component
class ProviderWays implements Ways {

    private final Webinars webinars;

    ProviderWays(Webinars webinars) {
        this.webinars = webinars;
    }

    @Override
    public List<Way> of(Program program) {
        var path = "/programs/" + program.key();
        var provider = new Way("provider", "provider.nav", path + "/provider", true);
        return webinars.of(program.key()).isEmpty()
                ? List.of(provider)
                : List.of(new Way("refreshes", "provider.refreshes", path + "/refreshes", false), provider);
    }
}
