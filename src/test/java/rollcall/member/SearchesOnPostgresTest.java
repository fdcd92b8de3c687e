package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class SearchesOnPostgresTest extends SearchesTests {}
