package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class DetailsPagesOnPostgresTest extends DetailsPagesTests {}
