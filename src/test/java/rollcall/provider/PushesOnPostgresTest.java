package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class PushesOnPostgresTest extends PushesTests {}
