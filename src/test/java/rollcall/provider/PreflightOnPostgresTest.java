package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class PreflightOnPostgresTest extends PreflightTests {}
