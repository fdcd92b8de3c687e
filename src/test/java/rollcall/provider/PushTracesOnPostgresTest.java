package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class PushTracesOnPostgresTest extends PushTracesTests {}
