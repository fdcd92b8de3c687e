package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class CampaignInvariantOnPostgresTest extends CampaignInvariantTests {}
