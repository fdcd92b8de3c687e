package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class ConnectionPagesOnPostgresTest extends ConnectionPagesTests {}
