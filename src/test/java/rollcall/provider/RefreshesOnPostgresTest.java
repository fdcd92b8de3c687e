package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class RefreshesOnPostgresTest extends RefreshesTests {}
