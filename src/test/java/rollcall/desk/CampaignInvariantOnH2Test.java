package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class CampaignInvariantOnH2Test extends CampaignInvariantTests {}
