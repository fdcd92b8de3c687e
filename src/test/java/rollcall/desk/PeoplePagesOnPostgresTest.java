package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class PeoplePagesOnPostgresTest extends PeoplePagesTests {}
