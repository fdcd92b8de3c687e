package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class JobPagesOnPostgresTest extends JobPagesTests {}
