package rollcall.provider.simulator;

import rollcall.testing.OnPostgres;

@OnPostgres
class TagPushesOnPostgresTest extends TagPushesTests {}
