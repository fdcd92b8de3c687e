package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class PersonFileOnPostgresTest extends PersonFileTests {}
