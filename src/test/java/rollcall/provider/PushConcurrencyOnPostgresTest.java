package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class PushConcurrencyOnPostgresTest extends PushConcurrencyTests {}
