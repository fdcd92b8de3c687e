package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class BulkChangesOnPostgresTest extends BulkChangesTests {}
