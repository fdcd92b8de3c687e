package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class NoShowListOnPostgresTest extends NoShowListTests {}
