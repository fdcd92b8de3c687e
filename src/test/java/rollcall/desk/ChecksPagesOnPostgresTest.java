package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class ChecksPagesOnPostgresTest extends ChecksPagesTests {}
