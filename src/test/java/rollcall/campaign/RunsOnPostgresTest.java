package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class RunsOnPostgresTest extends RunsTests {}
