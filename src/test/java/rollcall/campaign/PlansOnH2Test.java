package rollcall.campaign;

import java.util.List;
import rollcall.testing.OnH2;

@OnH2
class PlansOnH2Test extends PlansTests {

    @Override
    void analyze() {
        jdbc().sql("analyze table campaign_entry").update();
    }

    @Override
    String explain() {
        return "explain ";
    }

    @Override
    List<String> scans() {
        return List.of("campaign_entry.tablescan");
    }
}
