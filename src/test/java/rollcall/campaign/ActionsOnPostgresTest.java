package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class ActionsOnPostgresTest extends ActionsTests {}
