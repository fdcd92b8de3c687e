package rollcall.transfer;

import rollcall.testing.OnPostgres;

@OnPostgres
class ExportsOnPostgresTest extends ExportsTests {}
