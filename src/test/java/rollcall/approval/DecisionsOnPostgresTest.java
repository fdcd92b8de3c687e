package rollcall.approval;

import rollcall.testing.OnPostgres;

@OnPostgres
class DecisionsOnPostgresTest extends DecisionsTests {}
