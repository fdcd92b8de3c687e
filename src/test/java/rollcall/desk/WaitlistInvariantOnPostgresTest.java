package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class WaitlistInvariantOnPostgresTest extends WaitlistInvariantTests {}
