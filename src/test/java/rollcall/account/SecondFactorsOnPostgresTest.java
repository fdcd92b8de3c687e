package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class SecondFactorsOnPostgresTest extends SecondFactorsTests {}
