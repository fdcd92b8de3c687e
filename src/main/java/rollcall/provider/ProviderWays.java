package rollcall.provider;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Ways;

/** The pages of this room among a program's tabs. */
@Component
class ProviderWays implements Ways {

    @Override
    public List<Way> of(Program program) {
        return List.of(new Way("provider", "provider.nav", "/programs/%d/provider".formatted(program.key()), true));
    }
}
