package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class AllRefreshesPagesOnPostgresTest extends AllRefreshesPagesTests {}
