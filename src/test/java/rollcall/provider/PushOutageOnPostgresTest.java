package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class PushOutageOnPostgresTest extends PushOutageTests {}
