package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class MemberListPagesOnPostgresTest extends MemberListPagesTests {}
