package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class CampaignsOnH2Test extends CampaignsTests {}
