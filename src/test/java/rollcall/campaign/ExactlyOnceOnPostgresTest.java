package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class ExactlyOnceOnPostgresTest extends ExactlyOnceTests {}
