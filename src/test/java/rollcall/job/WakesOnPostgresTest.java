package rollcall.job;

import rollcall.testing.OnPostgres;

@OnPostgres
class WakesOnPostgresTest extends WakesTests {}
