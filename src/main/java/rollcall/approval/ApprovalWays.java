package rollcall.approval;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Ways;

/** How a program decides, among its tabs: where somebody has to approve. */
@Component
@Order(-10)
class ApprovalWays implements Ways {

    @Override
    public List<Way> of(Program program) {
        return program.approvalRequired()
                ? List.of(new Way("approval", "approval.nav", ApprovalSettingsController.address(program), true))
                : List.of();
    }
}
