package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class CorrectionInvariantOnPostgresTest extends CorrectionInvariantTests {}
