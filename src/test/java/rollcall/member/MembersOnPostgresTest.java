package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class MembersOnPostgresTest extends MembersTests {}
