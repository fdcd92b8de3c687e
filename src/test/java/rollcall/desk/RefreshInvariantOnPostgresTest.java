package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class RefreshInvariantOnPostgresTest extends RefreshInvariantTests {}
