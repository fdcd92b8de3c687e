package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class ImportInvariantOnPostgresTest extends ImportInvariantTests {}
