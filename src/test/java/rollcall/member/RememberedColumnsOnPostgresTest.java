package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class RememberedColumnsOnPostgresTest extends RememberedColumnsTests {}
