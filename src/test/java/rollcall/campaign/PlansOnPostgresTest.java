package rollcall.campaign;

import java.util.List;
import rollcall.testing.OnPostgres;

@OnPostgres
class PlansOnPostgresTest extends PlansTests {

    @Override
    void analyze() {
        jdbc().sql("analyze campaign_entry").update();
    }

    @Override
    String explain() {
        return "explain ";
    }

    @Override
    List<String> scans() {
        return List.of("seq scan on campaign_entry");
    }
}
