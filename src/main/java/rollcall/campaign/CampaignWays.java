package rollcall.campaign;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Ways;

/** The campaigns among a program's tabs: before where it is held, which is looked at less often. */
@Component
@Order(0)
class CampaignWays implements Ways {

    @Override
    public List<Way> of(Program program) {
        return List.of(new Way("campaigns", "campaign.nav", "/programs/" + program.key() + "/campaigns", false));
    }
}
