package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class SecondFactorPagesOnPostgresTest extends SecondFactorPagesTests {}
