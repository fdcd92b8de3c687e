package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class AllErrorsOnPostgresTest extends AllErrorsTests {}
