package rollcall.transfer;

import rollcall.testing.OnPostgres;

@OnPostgres
class ImportsOnPostgresTest extends ImportsTests {}
