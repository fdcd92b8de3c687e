package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class CampaignPagesOnH2Test extends CampaignPagesTests {}
