package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class ErasureOnPostgresTest extends ErasureTests {}
