package rollcall.job;

import rollcall.testing.OnPostgres;

@OnPostgres
class RecoveryOnPostgresTest extends RecoveryTests {}
