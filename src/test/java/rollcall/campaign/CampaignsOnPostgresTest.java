package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class CampaignsOnPostgresTest extends CampaignsTests {}
