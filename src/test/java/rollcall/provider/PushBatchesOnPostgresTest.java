package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class PushBatchesOnPostgresTest extends PushBatchesTests {}
