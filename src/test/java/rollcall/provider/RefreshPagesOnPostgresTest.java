package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class RefreshPagesOnPostgresTest extends RefreshPagesTests {}
