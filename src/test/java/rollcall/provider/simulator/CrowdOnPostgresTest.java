package rollcall.provider.simulator;

import rollcall.testing.OnPostgres;

@OnPostgres
class CrowdOnPostgresTest extends CrowdTests {}
