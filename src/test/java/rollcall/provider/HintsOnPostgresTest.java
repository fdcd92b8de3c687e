package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class HintsOnPostgresTest extends HintsTests {}
