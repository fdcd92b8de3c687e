package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class InvariantOnPostgresTest extends InvariantTests {}
