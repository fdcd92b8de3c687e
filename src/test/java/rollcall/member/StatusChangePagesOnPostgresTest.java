package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class StatusChangePagesOnPostgresTest extends StatusChangePagesTests {}
