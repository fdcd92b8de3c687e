package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class GoPagesOnPostgresTest extends GoPagesTests {}
