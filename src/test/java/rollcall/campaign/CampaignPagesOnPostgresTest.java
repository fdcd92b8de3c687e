package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class CampaignPagesOnPostgresTest extends CampaignPagesTests {}
