package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class TriggersOnPostgresTest extends TriggersTests {}
