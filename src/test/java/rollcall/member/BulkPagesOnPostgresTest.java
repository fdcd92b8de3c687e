package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class BulkPagesOnPostgresTest extends BulkPagesTests {}
