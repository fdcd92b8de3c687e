package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class StatusChangesOnPostgresTest extends StatusChangesTests {}
