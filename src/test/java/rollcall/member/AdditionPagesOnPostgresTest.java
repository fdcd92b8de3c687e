package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class AdditionPagesOnPostgresTest extends AdditionPagesTests {}
